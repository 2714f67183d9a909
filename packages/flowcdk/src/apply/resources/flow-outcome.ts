import { collection, inDivision, type ResourceKind } from '../resource-kind';

const path = '/api/v2/flows/outcomes';
const outcome = collection({
  path,
  body: (given) => ({ ...given.fields('name', 'description'), ...inDivision(given) }),
});

/** An outcome of the name is taken over, and none is ever deleted: the API cannot. */
export const flowOutcome: ResourceKind = {
  ...outcome,
  create: async (given, api, begun) => {
    const name = given.needed('name');
    const found = (await api.all(path, { name })).find((one) => one['name'] === name);
    return found ? outcome.update({ id: String(found['id']) }, given, api) : outcome.create(given, api, begun);
  },
  remove: () => Promise.resolve(),
};
