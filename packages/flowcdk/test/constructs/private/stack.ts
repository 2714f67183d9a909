import { join } from 'node:path';
import { OrganizationStack, type OrganizationStackProps, synthesize } from '../../../src/constructs';
import { FlowcdkError } from '../../../src/ground/finding';
import { inTemporaryFolder, stackIn, type SynthesizedStack } from '../../../../../test/private/stack-files';

export * from '../../../../../test/private/stack-files';

/** What a stack named `reception` with these definitions becomes; those `elsewhere` are another stack's. */
export function stackOf(
  definitions: OrganizationStackProps['definitions'],
  props: Partial<OrganizationStackProps> = {},
  elsewhere: OrganizationStackProps['definitions'] = [],
): SynthesizedStack {
  return inTemporaryFolder((outdir) => {
    const { findings } = synthesize(
      (app) => [
        new OrganizationStack(app, 'reception', { organization, ...props, definitions }),
        new OrganizationStack(app, 'elsewhere', { organization, definitions: elsewhere }),
      ],
      { outdir },
    );
    if (findings) throw new FlowcdkError(findings);
    return stackIn(join(outdir, 'stacks/reception'));
  });
}

const organization = { region: 'eu-central-1' };
