import { flowOutcome as table } from '@flowcdk/provider-genesyscloud/tables';
import { collection, type ResourceKind } from '../resource-kind';

const path = '/api/v2/flows/outcomes';
const outcome = collection({ path, table });

/** An outcome of the name is taken over. None is ever deleted, because the API cannot. */
export const flowOutcome: ResourceKind = {
  ...outcome,
  create: async (attributes, api, begun) => {
    const name = attributes.needed('name');
    const present = (await api.all(path, { name })).find((entity) => entity['name'] === name);
    return present
      ? outcome.update({ id: String(present['id']) }, attributes, api)
      : outcome.create(attributes, api, begun);
  },
  remove: () => Promise.resolve(),
};
