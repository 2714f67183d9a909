import { FlowcdkError } from 'flowcdk';
import type { App } from '@flowcdk/provider-genesyscloud/cdktf';
import { declareStacks, type OrganizationStack, synthesize } from 'flowcdk/constructs';
import { join } from 'node:path';
import type { Settings } from '../../src/settings';
import { filesIn, inTemporaryFolder, stackIn, type SynthesizedStack } from './stack-files';
import { shippedApplication, shippedSettings } from './shipped';

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

const inApplication = <T>(settings: Settings, use: (outdir: string) => T): T =>
  inTemporaryFolder((outdir) => {
    const opened = shippedApplication().with({ settings });
    const { findings } = synthesize((app) => declareStacks(app, opened), { outdir });
    if (findings) throw new FlowcdkError(findings);
    return use(outdir);
  });
