import { collection } from '../collection';
import type { Route } from '../route';
import { ownRoute } from './own-route';

/**
 * Decision tables. The cloud has other endpoints for them, with schemas, versions and rows of their own, in a preview
 * that may change; here a table is one body.
 */
export const decisionTableRoutes: readonly Route[] = collection({
  kind: 'decisionTable',
  path: '/flowcdk/decisiontables',
  certainty: 'documented',
}).map(ownRoute);
