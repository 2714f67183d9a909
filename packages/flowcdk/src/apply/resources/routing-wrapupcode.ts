import { collection, inDivision } from '../resource-kind';

export const routingWrapupcode = collection({
  path: '/api/v2/routing/wrapupcodes',
  body: (given) => ({
    name: given.text('name'),
    description: given.text('description') ?? '',
    ...inDivision(given),
  }),
});
