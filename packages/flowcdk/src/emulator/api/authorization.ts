import { textOf } from '../state/json';
import type { KindName } from '../state/kinds';
import { collection, homeDivision } from './collection';
import { page } from './paging';
import { ApiProblem, notFound, wrongValue } from './refusals';
import type { Route } from './route';

const divisions = collection({
  kind: 'division',
  path: '/api/v2/authorization/divisions',
  permission: {
    view: [],
    add: ['authorization:division:add', 'authorization:grant:add'],
    edit: 'authorization:division:edit',
    delete: 'authorization:division:delete',
  },
  certainty: 'documented',
  deleteAnswers: 204,
  inUseIs: 400,
  deleting: (division) => {
    if (division.homeDivision) throw wrongValue('The home division cannot be deleted.');
  },
});

const roles = collection({
  kind: 'role',
  path: '/api/v2/authorization/roles',
  permission: 'authorization:role',
  certainty: 'documented',
  note: 'Permissions are not checked against a catalogue.',
  deleting: (role) => {
    if (role.defaultRoleId === undefined) return;
    throw new ApiProblem(400, 'bad.request', `The default role '${role.name}' cannot be deleted.`);
  },
  filters: { defaultRoleId: (role, key) => role.defaultRoleId === key },
});

/** The API's names of the kinds that belong to a division. */
const kindOfType: Readonly<Record<string, KindName>> = {
  FLOW: 'flow',
  QUEUE: 'queue',
  USER: 'user',
  DATATABLES: 'datatable',
  CALLROUTE: 'ivr',
  SCHEDULE: 'schedule',
  SCHEDULEGROUP: 'scheduleGroup',
  EMERGENCYGROUP: 'emergencyGroup',
  FLOWOUTCOME: 'outcome',
  FLOWMILESTONE: 'milestone',
};

export const authorizationRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/api/v2/authorization/divisions/home',
    does: 'gives the home division',
    answers: [200],
    certainty: 'documented',
    handle: ({ org }) => homeDivision(org),
  },
  ...divisions,
  {
    method: 'POST',
    path: '/api/v2/authorization/divisions/:id/objects/:type',
    does: 'moves things to a division',
    answers: [204, 404],
    certainty: 'documented',
    note: `Things of the types ${Object.keys(kindOfType).join(', ')}.`,
    handle: (call) => {
      const { id: division } = call.the('division');
      const type = call.param('type').toUpperCase();
      const kind = kindOfType[type];
      if (!kind) throw wrongValue(`'${type}' is no type of thing; there are ${Object.keys(kindOfType).join(', ')}`);
      for (const item of call.list()) {
        const id = textOf(item) ?? '';
        const thing = call.org.get(kind, id);
        if (!thing) throw notFound(kind, id);
        call.org.putRecord(kind, { ...thing, division: { id: division } });
      }
      return undefined;
    },
  },
  {
    method: 'GET',
    path: '/api/v2/authorization/permissions',
    does: 'lists the permissions there are',
    answers: [200],
    certainty: 'assumed',
    note: 'The list is empty: roles take any permission.',
    handle: (call) => page(call, [], '/api/v2/authorization/permissions'),
  },
  ...roles,
];
