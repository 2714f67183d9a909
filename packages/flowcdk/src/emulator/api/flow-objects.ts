import { collection } from './collection';
import type { Route } from './route';
import { listOf, name, object, reference, required, text, yesNo } from './shape';

const outcomes = collection({
  kind: 'outcome',
  path: '/api/v2/flows/outcomes',
  permission: 'architect:flowOutcome',
  certainty: 'documented',
  note: 'There is no way to delete one.',
  body: { name, description: text(), division: reference },
  inDivision: true,
  verbs: ['list', 'create', 'read', 'update'],
});

const milestones = collection({
  kind: 'milestone',
  path: '/api/v2/flows/milestones',
  permission: 'architect:flowMilestone',
  certainty: 'documented',
  body: { name, description: text(), division: reference },
  inDivision: true,
});

const emergencyGroups = collection({
  kind: 'emergencyGroup',
  path: '/api/v2/architect/emergencygroups',
  permission: 'routing:emergencyGroup',
  certainty: 'documented',
  body: {
    name,
    description: text(),
    division: reference,
    enabled: yesNo,
    emergencyCallFlows: listOf(object({ emergencyFlow: required(reference), ivrs: listOf(reference) })),
  },
  inDivision: true,
  version: 'counted',
});

export const flowObjectRoutes: readonly Route[] = [...outcomes, ...milestones, ...emergencyGroups];
