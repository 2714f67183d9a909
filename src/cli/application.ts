import { Option } from 'commander';
import type { StackDefinitions } from '../check/definitions';
import { fromSettings } from '../check/severities';
import type { Synthesis } from '../constructs/synthesize';
import type { Finding } from '../finding';
import { loadSettings } from '../settings';
import { orFindings } from '../thrown';

/** `--env NAME` */
export const environmentOption = (): Option =>
  new Option('--env <name>', 'lay settings.<name>.yaml over settings.yaml').env('FLOWCDK_ENV');

/** `--json` */
export const jsonOption = (): Option => new Option('--json', 'print JSON, for programs');

/** `--out DIR` */
export const outOption = (): Option => new Option('--out <dir>', 'folder for the stacks').default('cdktf.out');

export interface ApplicationOptions {
  readonly env?: string;
  readonly out: string;
}

// The application is loaded when it is needed, so that a definition that fails while it is loaded can be told of.

/** Loads the settings and synthesizes the application. */
export async function synthesizeApplication({ env, out }: ApplicationOptions): Promise<Synthesis> {
  const { settings, findings } = loadSettings({ environment: env });
  if (!settings) return { findings };
  return orFindings(async () => {
    const [{ synthesize }, { application }, { rules }] = await Promise.all([
      import('../constructs/synthesize'),
      import('../stacks/application'),
      import('../check/rules'),
    ]);
    const { findings: unknown, ...check } = fromSettings(settings, rules);
    if (unknown.length > 0) return { findings: unknown };
    return synthesize((app) => application(app, settings), { outdir: out, check });
  });
}

/** The definitions of the application, or why there are none. */
export async function loadDefinitions(
  environment: string | undefined,
): Promise<{ readonly stacks: readonly StackDefinitions[]; readonly findings?: undefined } | Unloaded> {
  const { settings, findings } = loadSettings({ environment });
  if (!settings) return { findings };
  return orFindings(async () => {
    const { definitionsOfApplication } = await import('../stacks/application');
    return { stacks: definitionsOfApplication(settings) };
  });
}

interface Unloaded {
  readonly stacks?: undefined;
  readonly findings: readonly Finding[];
}
