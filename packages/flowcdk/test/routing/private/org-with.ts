import type { Definition } from '../../../src';
import { OrganizationStack } from '../../../src/constructs';
import { localOrg, type LocalOrg, type LocalOrgOptions } from '../../../src/testing';

/** An org in memory to which one stack with these definitions was applied. */
export const orgWith = (definitions: readonly Definition[], options: LocalOrgOptions = {}): Promise<LocalOrg> =>
  localOrg(
    (app) => [new OrganizationStack(app, 'test', { organization: { region: 'eu-central-1' }, definitions })],
    options,
  );
