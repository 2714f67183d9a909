import { Option } from 'commander';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { FlowFile } from '../check/project';
import type { LoggedEvent } from '../emulator/runtime/events';
import { makeFolder } from '../files/make-folder';
import { complain, print } from './output';

/** `--page FILE` */
export const pageOption = (): Option =>
  new Option('--page <file>', 'write the timeline as a page: every step, with all variables and participant data');

/**
 * The page of a run: the file that `--page` names. A person at a terminal gets one in any case, in the folder of the
 * system for temporary files, so that the story ends with a link.
 */
export function pageOf({ page, json }: { readonly page?: string; readonly json?: boolean }): {
  readonly page?: string;
} {
  if (page !== undefined) return { page };
  if (json === true || !process.stdout.isTTY) return {};
  return { page: join(mkdtempSync(join(tmpdir(), 'flowcdk-')), 'timeline.html') };
}

/** Writes the page of a run and says where it is. @param files the flows whose diagrams the page has */
export async function writeRunPage(
  file: string,
  events: readonly LoggedEvent[],
  files: readonly FlowFile[] = [],
  title = titleOf(events),
): Promise<void> {
  const { runModel, runPage } = await import('../inspect/run');
  const text = await runPage(runModel(events, title), files);
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
