import { collection } from '../resource-kind';

export const routingLanguage = collection({
  path: '/api/v2/routing/languages',
  fixed: 'all',
  body: (given) => given.fields('name'),
});
