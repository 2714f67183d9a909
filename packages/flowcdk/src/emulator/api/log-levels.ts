import { type JsonObject } from '../state/json';
import type { Org } from '../state/org';
import { tables } from '../state/tables';
import type { LogLevel } from '../state/tables/log-level';
import type { Call } from './call';
import { page } from './paging';
import { ApiProblem, notThere } from './refusals';
import type { Route } from './route';

const all = '/api/v2/flows/instances/settings/loglevels';
const ofFlow = '/api/v2/flows/:id/instances/settings/loglevels';
/** The id of the level for flows without a level of their own. It belongs to no flow. */
const orgLevel = 'default';

const levelOf = (org: Org, flowId: string): LogLevel | undefined =>
  org.all('logLevel').find((level) => level.flowId === flowId);

function shown({ id, flowId, logLevelCharacteristics }: LogLevel, { org }: Call): JsonObject {
  const flow = flowId === undefined ? undefined : org.get('flow', flowId);
  return {
    id,
    ...(flow ? { name: flow.name, type: flow.type } : {}),
    logLevelCharacteristics,
    selfUri: flow ? `/api/v2/flows/${flow.id}/instances/settings/loglevels` : `${all}/default`,
  };
}

function levelIn(call: Call): LogLevel {
  const { id } = call.the('flow');
  const level = levelOf(call.org, id);
  if (!level) throw notThere('log level of the flow', id);
  return level;
}

/** The level of the org before anybody sets it (assumed). */
const defaultOf = ({ org }: Call): LogLevel =>
  org.get('logLevel', orgLevel) ?? { id: orgLevel, logLevelCharacteristics: { level: 'Base' } };

const permission = (right: string): { readonly permission: string; readonly certainty: 'documented' } => ({
  permission: `architect:flowLogLevel:${right}`,
  certainty: 'documented',
});
const defaultPermission = (right: string): { readonly permission: string; readonly certainty: 'documented' } => ({
  permission: `architect:flowLogLevelDefault:${right}`,
  certainty: 'documented',
});

export const logLevelRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: all,
    does: 'lists the log levels flows have of their own',
    permission: ['architect:flowLogLevel:view', 'architect:flow:search'],
    certainty: 'documented',
    answers: [200],
    handle: (call) =>
      page(
        call,
        call.org
          .all('logLevel')
          .filter(({ id }) => id !== orgLevel)
          .map((level) => shown(level, call)),
        all,
      ),
  },
  {
    method: 'GET',
    path: `${all}/default`,
    does: 'gives the log level of flows without one of their own',
    ...defaultPermission('view'),
    answers: [200],
    handle: (call) => shown(defaultOf(call), call),
  },
  {
    method: 'PUT',
    path: `${all}/default`,
    does: 'changes the log level of flows without one of their own',
    ...defaultPermission('edit'),
    answers: [200],
    handle: (call) => shown(call.org.put('logLevel', { ...call.object(tables.logLevel), id: orgLevel }), call),
  },
  {
    method: 'DELETE',
    path: `${all}/default`,
    does: 'brings back the log level flows had before anybody chose one',
    ...defaultPermission('delete'),
    answers: [204],
    handle: ({ org }) => {
      org.remove('logLevel', orgLevel);
      return undefined;
    },
  },
  {
    method: 'GET',
    path: ofFlow,
    does: 'gives the log level of a flow',
    ...permission('view'),
    answers: [200, 404],
    handle: (call) => shown(levelIn(call), call),
  },
  {
    method: 'POST',
    path: ofFlow,
    does: 'gives a flow a log level of its own',
    ...permission('add'),
    answers: [200, 404, 409],
    handle: (call) => {
      const { id: flowId } = call.the('flow');
      const sent = call.object(tables.logLevel);
      if (levelOf(call.org, flowId)) {
        throw new ApiProblem(409, 'general.conflict', 'The flow has a log level of its own already.');
      }
      return shown(call.org.put('logLevel', { ...sent, id: call.org.newId(), flowId }), call);
    },
  },
  {
    method: 'PUT',
    path: ofFlow,
    does: 'changes the log level of a flow',
    ...permission('edit'),
    answers: [200, 404],
    handle: (call) => {
      const { id, flowId } = levelIn(call);
      return shown(call.org.put('logLevel', { ...call.object(tables.logLevel), id, flowId }), call);
    },
  },
  {
    method: 'DELETE',
    path: ofFlow,
    does: 'takes the log level of its own from a flow',
    ...permission('delete'),
    answers: [204, 404],
    handle: (call) => {
      call.org.remove('logLevel', levelIn(call).id);
      return undefined;
    },
  },
];
