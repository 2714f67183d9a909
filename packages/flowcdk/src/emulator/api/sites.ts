import { collection } from './collection';
import { page } from './paging';
import { ApiProblem } from './refusals';
import type { Route } from './route';

const all = 'telephony:plugin:all';
const edges = '/api/v2/telephony/providers/edges';

const sites = collection({
  kind: 'site',
  path: `${edges}/sites`,
  permission: { list: [], view: all, add: all, edit: all, delete: all },
  certainty: 'documented',
  note: 'Number plans, outbound routes and connections of sites are not there.',
  version: 'checked',
  conflicts: ['delete'],
  filters: {
    managed: (site, value) => String(site.managed) === value,
    'location.id': (site, id) => site.location.id === id,
  },
  deleting: (site) => {
    if (!site.managed) return;
    throw new ApiProblem(409, 'general.conflict', `The site '${site.name}' is run by the platform and stays.`);
  },
});

export const siteRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: edges,
    does: 'lists the Edges',
    permission: all,
    answers: [200],
    certainty: 'believed',
    note: 'There are none: the local org has cloud media, as an org without hardware of its own.',
    handle: (call) => page(call, [], edges),
  },
  ...sites,
];
