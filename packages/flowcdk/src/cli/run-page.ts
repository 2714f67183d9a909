import { Option } from 'commander';
import { writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { OpenApplication } from '../application/open-application';
import type { LoggedEvent } from '../emulator/runtime/events';
import { makeFolder } from '../files/make-folder';
import { complain, print } from './output';

/** `--page FILE` */
export const pageOption = (): Option =>
  new Option('--page <file>', 'write the timeline as a page: every step, with all variables and participant data');

/** Writes the page of a run and says where it is. Without an application the page has no diagrams. */
export async function writeRunPage(
  file: string,
  events: readonly LoggedEvent[],
  application?: OpenApplication,
  title = titleOf(events),
): Promise<void> {
  const [{ runModel, runPage }, { projectOf }] = await Promise.all([
    import('../inspect/run'),
    import('../check/application'),
  ]);
  const text = await runPage(runModel(events, title), application ? projectOf(application.stacks).files : []);
  try {
    makeFolder(dirname(file));
    writeFileSync(file, text);
    print(`\nThe timeline as a page: ${file}`);
  } catch (problem) {
    complain(
      `flowcdk: the page cannot be written to ${file}: ${problem instanceof Error ? problem.message : String(problem)}`,
    );
    process.exitCode = 1;
  }
}

function titleOf(events: readonly LoggedEvent[]): string {
  const offered = events.find((event) => event.type === 'call.offered');
  return offered ? `A call from ${offered.from} to ${offered.to}` : 'A call';
}
