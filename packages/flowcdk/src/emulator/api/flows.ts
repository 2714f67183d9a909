import { shownFlow } from '../publish/publish-flow';
import type { JsonObject } from '../state/json';
import type { FlowVersion } from '../state/tables/flow';
import { removeThing } from '../state/references';
import { matches, page } from './paging';
import { notThere } from './refusals';
import type { Route } from './route';

const path = '/api/v2/flows';
const view = { permission: 'architect:flow:view', certainty: 'documented' } as const;

const shownVersion = (flowId: string, { version, datePublished }: FlowVersion): JsonObject => ({
  id: version,
  name: version,
  datePublished,
  selfUri: `${path}/${flowId}/versions/${version}`,
});

export const flowRoutes: readonly Route[] = [
  {
    method: 'GET',
    path,
    does: 'lists every flow, by name, type or id where one is asked for',
    ...view,
    answers: [200],
    handle: (call) => {
      const [name, types, ids] = [call.query('name'), call.query('type')?.toUpperCase().split(','), call.query('id')];
      const flows = call.org
        .all('flow')
        .filter((flow) => name === undefined || matches(flow.name, name))
        .filter((flow) => types === undefined || types.includes(flow.type))
        .filter((flow) => ids === undefined || ids.split(',').includes(flow.id));
      return page(call, flows.map(shownFlow), path);
    },
  },
  {
    method: 'GET',
    path: `${path}/:id`,
    does: 'gives one flow',
    ...view,
    answers: [200, 404],
    handle: (call) => shownFlow(call.the('flow')),
  },
  {
    method: 'DELETE',
    path: `${path}/:id`,
    does: 'deletes a flow',
    permission: 'architect:flow:delete',
    answers: [204, 404, 409],
    certainty: 'documented',
    note: 'Refused while a trigger, a call route, a queue or another flow uses it.',
    handle: (call) => {
      removeThing(call.org, 'flow', call.the('flow'));
      return undefined;
    },
  },
  {
    method: 'GET',
    path: `${path}/:id/versions`,
    does: 'lists the published versions of a flow, newest first',
    ...view,
    answers: [200, 404],
    handle: (call) => {
      const { id } = call.the('flow');
      const versions = call.org.all('flowVersion').filter((version) => version.flowId === id);
      return page(
        call,
        versions.reverse().map((version) => shownVersion(id, version)),
        `${path}/${id}/versions`,
      );
    },
  },
  {
    method: 'GET',
    path: `${path}/:id/versions/:version`,
    does: 'gives one published version of a flow',
    ...view,
    answers: [200, 404],
    note: 'Without its configuration, which the cloud keeps in a form of its own.',
    handle: (call) => {
      const { id, type } = call.the('flow');
      const version = call.org.get('flowVersion', `${id}/${call.param('version')}`);
      if (!version) throw notThere(`version of the flow`, call.param('version'));
      const { inputSchema, outputSchema } = version;
      return { ...shownVersion(id, version), type, inputSchema, outputSchema };
    },
  },
];
