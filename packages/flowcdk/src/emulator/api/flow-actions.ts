import { publishFlow, shownFlow, unpublishFlow } from '../publish/publish-flow';
import { type JsonObject } from '../state/json';
import type { Flow } from '../state/tables/flow';
import { removeThing } from '../state/references';
import type { Call } from './call';
import { homeDivision } from './collection';
import { page } from './paging';
import { notFound, notThere, wrongValue } from './refusals';
import { loadPublisher, publisher } from './publisher';
import type { Route } from './route';

const path = '/api/v2/flows';

/** The flow that the query names. */
function flowIn(call: Call): Flow {
  const id = call.query('flow');
  if (id === undefined) throw wrongValue('The query parameter flow is missing.', 'flow');
  const flow = call.org.get('flow', id);
  if (!flow) throw notFound('flow', id);
  return flow;
}

/** The answer to a change of a flow is an operation. In the local org every operation is complete at once. */
function operation(call: Call, actionName: string, flowId?: string): JsonObject {
  const { id } = call.org.put('flowOperation', {
    id: call.org.newId(),
    actionName,
    ...(flowId === undefined ? {} : { flowId }),
  });
  return { id, complete: true, actionName, actionStatus: 'SUCCESS' };
}

/** Publishes a version again. Its names are looked up in the org again. */
function publishAgain(call: Call): JsonObject {
  const { org } = call;
  const flow = flowIn(call);
  const version = call.query('version') ?? `${flow.versions}.0`;
  const yaml = org.get('flowVersion', `${flow.id}/${version}`)?.yaml;
  if (yaml === undefined) throw notThere(`version ${version} of the flow`, flow.id);
  const judged = publisher().judge(yaml, org);
  if ('problems' in judged) throw wrongValue(judged.problems.join('; '));
  publishFlow(org, judged.flow, yaml, homeDivision(org));
  return operation(call, 'PUBLISH', flow.id);
}

const history = `${path}/:id/history`;

export const flowActionRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: `${path}/actions/unlock`,
    does: 'unlocks a flow',
    permission: 'architect:flow:unlock',
    answers: [200, 400, 404],
    certainty: 'documented',
    note: 'Nobody edits flows in the local org, so none is ever locked.',
    handle: (call) => shownFlow(flowIn(call)),
  },
  {
    method: 'POST',
    path: `${path}/actions/deactivate`,
    does: 'takes a flow out of use; its versions stay',
    permission: 'architect:flow:publish',
    answers: [200, 400, 404],
    certainty: 'documented',
    note: 'Also when others use it; what the cloud does then is not known.',
    handle: (call) => shownFlow(unpublishFlow(call.org, flowIn(call))),
  },
  {
    method: 'POST',
    path: `${path}/actions/publish`,
    does: 'publishes a version of a flow once more, as its newest',
    permission: 'architect:flow:publish',
    answers: [200, 400, 404],
    certainty: 'believed',
    prepare: loadPublisher,
    handle: publishAgain,
  },
  {
    method: 'DELETE',
    path,
    does: 'deletes the flows the query names',
    permission: 'architect:flow:delete',
    answers: [200, 400, 404, 409],
    certainty: 'documented',
    note: 'All of them, or none.',
    handle: (call) => {
      const ids = call.query('id')?.split(',');
      if (!ids) throw wrongValue('The query parameter id is missing.', 'id');
      for (const id of ids) {
        const flow = call.org.get('flow', id);
        if (!flow) throw notFound('flow', id);
        removeThing(call.org, 'flow', flow);
      }
      return operation(call, 'DELETE');
    },
  },
  {
    method: 'POST',
    path: history,
    does: 'gathers what was done to a flow',
    permission: 'architect:flow:view',
    answers: [200, 404],
    certainty: 'documented',
    handle: (call) => operation(call, 'HISTORY', call.the('flow').id),
  },
  {
    method: 'GET',
    path: `${history}/:historyId`,
    does: 'gives what was gathered, newest first',
    permission: 'architect:flow:view',
    answers: [200, 404],
    certainty: 'documented',
    note: 'Publishing and taking out of use are told; nobody edits flows here.',
    handle: (call) => {
      const { id } = call.the('flow');
      const historyOperation = call.the('flowOperation', 'historyId');
      if (historyOperation.flowId !== id || historyOperation.actionName !== 'HISTORY')
        throw notFound('flowOperation', historyOperation.id);
      const actions = call.query('action')?.toUpperCase().split(',');
      const events = call.org
        .all('flowEvent')
        .filter(({ flowId, action }) => flowId === id && (!actions || actions.includes(action)));
      const ordered = call.query('sortOrder')?.toLowerCase() === 'asc' ? events : events.reverse();
      const entries = ordered.map(({ action, version, timestamp }) => ({
        action,
        resource: call.org.get('flow', id)?.name,
        version,
        timestamp,
      }));
      const { entities, total, pageCount, pageNumber, pageSize } = page(call, entries, '');
      return {
        id: historyOperation.id,
        complete: true,
        actionName: 'HISTORY',
        actionStatus: 'SUCCESS',
        entities: entities,
        total,
        pageCount,
        pageNumber,
        pageSize,
      };
    },
  },
];
