import type { App } from '@flowcdk/provider-genesyscloud/cdktf';
import { OrganizationStack } from '../constructs/organization-stack';
import type { OpenApplication } from './open-application';

/** The stacks of an application as CDKTF knows them, with the organisation, backend and division of its settings. */
export const declareStacks = (
  app: App,
  { stacks, settings: { provider, backend, division } }: OpenApplication,
): readonly OrganizationStack[] =>
  stacks.map(({ name, definitions, resources }) => {
    const declared = new OrganizationStack(app, name, { organization: provider, backend, division, definitions });
    resources?.(declared);
    return declared;
  });
