import { collection } from './collection';
import type { Route } from './route';

const outcomes = collection({
  kind: 'outcome',
  path: '/api/v2/flows/outcomes',
  permission: 'architect:flowOutcome',
  certainty: 'documented',
  note: 'There is no way to delete one.',
  inDivision: true,
  verbs: ['list', 'create', 'read', 'update'],
});

const milestones = collection({
  kind: 'milestone',
  path: '/api/v2/flows/milestones',
  permission: 'architect:flowMilestone',
  certainty: 'documented',
  inDivision: true,
});

const emergencyGroups = collection({
  kind: 'emergencyGroup',
  path: '/api/v2/architect/emergencygroups',
  permission: 'routing:emergencyGroup',
  certainty: 'documented',
  inDivision: true,
  version: 'counted',
});

export const flowObjectRoutes: readonly Route[] = [...outcomes, ...milestones, ...emergencyGroups];
