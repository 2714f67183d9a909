import { collection, inDivision } from '../resource-kind';

export const flowMilestone = collection({
  path: '/api/v2/flows/milestones',
  body: (given) => ({ ...given.fields('name', 'description'), ...inDivision(given) }),
});
