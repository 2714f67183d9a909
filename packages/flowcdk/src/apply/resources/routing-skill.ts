import { collection } from '../resource-kind';

export const routingSkill = collection({
  path: '/api/v2/routing/skills',
  fixed: 'all',
  body: (given) => given.fields('name'),
});
