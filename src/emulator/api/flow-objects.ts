import type { Entity } from '../state/org';
import type { Call } from './call';
import { collection } from './collection';
import { ApiProblem, notThere } from './problems';
import type { Route } from './route';
import { listOf, name, object, oneOf, reference, required, text, yesNo } from './shape';

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

const levels = '/api/v2/flows/:id/instances/settings/loglevels';

const levelOf = (call: Call): Entity | undefined => {
  const { id } = call.the('flow');
  return call.org.all('logLevel').find((level) => level['flowId'] === id);
};

function levelIn(call: Call): Entity {
  const level = levelOf(call);
  if (!level) throw notThere('log level of the flow', call.param('id'));
  return level;
}

const body = {
  logLevelCharacteristics: required(
    object({ level: required(oneOf('Unknown', 'Disabled', 'Base', 'Notes', 'VerboseNotes', 'All')) }),
  ),
};

const levelRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: levels,
    does: 'gives the log level of a flow',
    permission: 'architect:flowLogLevel:view',
    answers: [200, 404],
    certainty: 'documented',
    handle: levelIn,
  },
  {
    method: 'POST',
    path: levels,
    does: 'gives a flow a log level of its own',
    permission: 'architect:flowLogLevel:add',
    answers: [200, 404, 409],
    certainty: 'documented',
    handle: (call) => {
      if (levelOf(call)) throw new ApiProblem(409, 'general.conflict', 'The flow has a log level of its own already.');
      return call.org.put('logLevel', { ...call.object(body), id: call.org.newId(), flowId: call.param('id') });
    },
  },
  {
    method: 'PUT',
    path: levels,
    does: 'changes the log level of a flow',
    permission: 'architect:flowLogLevel:edit',
    answers: [200, 404],
    certainty: 'documented',
    handle: (call) =>
      call.org.put('logLevel', { ...call.object(body), id: levelIn(call).id, flowId: call.param('id') }),
  },
  {
    method: 'DELETE',
    path: levels,
    does: 'takes the log level of its own from a flow',
    permission: 'architect:flowLogLevel:delete',
    answers: [204, 404],
    certainty: 'documented',
    handle: (call) => {
      call.org.remove('logLevel', levelIn(call).id);
      return undefined;
    },
  },
];

export const flowObjectRoutes: readonly Route[] = [...outcomes, ...milestones, ...emergencyGroups, ...levelRoutes];
