import { join } from 'node:path';
import { type App } from '../../../src/cdktf';
import { type OrganizationStack, synthesize } from '../../../src/constructs';
import { FlowcdkError } from '../../../src/finding';
import { loadSettings } from '../../../src/settings';
import type { ResolvedSettings } from '../../../src/settings';
import { application } from '../../../src/stacks/application';
import { filesIn, inTemporaryFolder, stackIn, type SynthesizedStack } from '../../constructs/private/stack';

const root = join(__dirname, '../../..');

/** The settings that are shipped. */
export function shippedSettings(environment?: string): ResolvedSettings {
  const { settings, findings } = loadSettings({ folder: root, environment });
  if (findings) throw new FlowcdkError(findings);
  return settings;
}

export const stackNames = ['caller-identification', 'end-of-call-report'] as const;

/** The shipped application as stacks, by their name. */
export const shippedStacks = (
  settings = shippedSettings(),
): Readonly<Record<(typeof stackNames)[number], SynthesizedStack>> =>
  inApplication(settings, (outdir) => ({
    'caller-identification': stackIn(join(outdir, 'stacks/caller-identification')),
    'end-of-call-report': stackIn(join(outdir, 'stacks/end-of-call-report')),
  }));

/** Everything that is written of an application, by path. */
export const writtenFiles = (declare: (app: App) => readonly OrganizationStack[]) =>
  inTemporaryFolder((outdir) => {
    const { findings } = synthesize(declare, { outdir });
    if (findings) throw new FlowcdkError(findings);
    return filesIn(outdir);
  });

const inApplication = <T>(settings: ResolvedSettings, use: (outdir: string) => T): T =>
  inTemporaryFolder((outdir) => {
    const { findings } = synthesize((app) => application(app, settings), { outdir });
    if (findings) throw new FlowcdkError(findings);
    return use(outdir);
  });
