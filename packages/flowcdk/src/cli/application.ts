import { Option } from 'commander';
import { dirname } from 'node:path';
import { loadApplication } from '../application/load-application';
import type { OpenApplication, Opened } from '../application/open-application';
import type { Finding } from '../ground/finding';
import { exitCodeOf } from './exit-code';
import { complainAbout, count, printJson } from './output';

/** `--env NAME` */
export const environmentOption = (): Option =>
  new Option('--env <name>', 'lay settings.<name>.yaml over settings.yaml').env('FLOWCDK_ENV');

/** `--app FILE` */
export const applicationOption = (): Option =>
  new Option('--app <file>', 'the application (default: flowcdk.config.ts here or in a folder above)');

/** `--json` */
export const jsonOption = (): Option => new Option('--json', 'print JSON, for programs');

/** `--out DIR` */
export const outOption = (): Option => new Option('--out <dir>', 'folder for the stacks').default('cdktf.out');

/** Which application a command works on. */
export interface ApplicationOptions {
  readonly app?: string | undefined;
  readonly env?: string | undefined;
}

/** The application with its settings, or the findings that prevent it. */
export async function opened({ app, env }: ApplicationOptions): Promise<Opened> {
  const loaded = await loadApplication({ file: app });
  if (!loaded.application) return { findings: loaded.findings };
  const { openApplication } = await import('../application/open-application');
  return openApplication(loaded.application, { folder: dirname(loaded.file), environment: env });
}

export interface Runnable {
  readonly application: OpenApplication;
  /** What the application is, in one line. */
  readonly summary: string;
}

/**
 * The application, if neither its settings nor its definitions have an error. Otherwise this prints the findings and
 * sets the exit code.
 */
export async function runnable(
  options: ApplicationOptions & { readonly json?: boolean },
): Promise<Runnable | undefined> {
  const { opened: application, findings } = await opened(options);
  if (!application) return refuse(findings, options.json === true);
  const wrong = await application.checkBeforeSynthesis();
  if (wrong.some(({ severity }) => severity === 'error')) return refuse(wrong, options.json === true);
  const kinds = application.definitions.map(({ definition }) => definition);
  const many = (kind: string, what: string): string =>
    count(kinds.filter((definition) => definition === kind).length, what);
  const summary = `${many('flow', 'flow')}, ${many('dataAction', 'data action')}, ${many('trigger', 'trigger')}, ${many('queue', 'queue')}: checked, no errors.`;
  return { application, summary };
}

/** Prints findings that a command cannot go on with, and sets the exit code. */
export function refuse(findings: readonly Finding[], json: boolean): undefined {
  if (json) printJson({ findings });
  else complainAbout(findings);
  process.exitCode = exitCodeOf(findings);
  return undefined;
}
