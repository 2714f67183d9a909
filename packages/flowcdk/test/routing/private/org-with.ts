import type { Definition } from '../../../src';
import type { DeclareStacks } from '../../../src/application/open-application';
import { OrganizationStack } from '../../../src/constructs';
import { localOrg, type LocalOrg, type LocalOrgOptions } from '../../../src/testing';

/** An org in memory to which one stack with these definitions was applied, once for the same list of them. */
export const orgWith = (definitions: readonly Definition[], options: LocalOrgOptions = {}): Promise<LocalOrg> =>
  localOrg(applicationOf(definitions), options);

const known = new WeakMap<readonly Definition[], DeclareStacks>();

function applicationOf(definitions: readonly Definition[]): DeclareStacks {
  const organization = { region: 'eu-central-1' };
  const application: DeclareStacks =
    known.get(definitions) ?? ((app) => [new OrganizationStack(app, 'test', { organization, definitions })]);
  known.set(definitions, application);
  return application;
}
