import { Option } from 'commander';
import { type Synthesis, synthesize } from '../constructs/synthesize';
import { loadSettings } from '../settings';
import { application } from '../stacks/application';

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

/** Loads the settings and synthesizes the application. */
export function synthesizeApplication({ env, out }: ApplicationOptions): Synthesis {
  const { settings, findings } = loadSettings({ environment: env });
  return settings ? synthesize((app) => application(app, settings), { outdir: out }) : { findings };
}
