import type { JsonObject } from '../state/json';
import type { Call } from './call';
import { homeDivision } from './collection';
import { matches, page } from './paging';
import { notThere } from './refusals';
import type { Route } from './route';

const path = '/api/v2/scripts';

/** The scripts that every org has. Terraform's provider knows them by these ids. */
const defaultScripts = [
  { id: '766f1221-047a-11e5-bba2-db8c0964d007', name: 'Default Inbound Script' },
  { id: '476c2b71-7429-11e4-9a5b-3f91746bffa3', name: 'Default Outbound Script' },
  { id: 'ffde0662-8395-9b04-7dcb-b90172109065', name: 'Default Callback Script' },
] as const;

const shown = ({ id, name }: (typeof defaultScripts)[number], { org }: Call): JsonObject => {
  const { id: division, name: divisionName } = homeDivision(org);
  return { id, name, versionId: id, division: { id: division, name: divisionName }, selfUri: `${path}/${id}` };
};

const NO_UPLOAD =
  'genesyscloud_script uploads to the host apps.<region>, which no gateway reaches: the local org has only the default scripts';

function list(call: Call, at: string): JsonObject {
  const name = call.query('name');
  const scripts = defaultScripts.filter((script) => name === undefined || matches(script.name, name));
  if (name !== undefined && scripts.length === 0) call.warn(`there is no script '${name}'. ${NO_UPLOAD}`);
  return page(
    call,
    scripts.map((script) => shown(script, call)),
    at,
  );
}

const lists = ['', '/published'].map((end): Route => ({
  method: 'GET',
  path: `${path}${end}`,
  does: end === '' ? 'lists the scripts of agents' : 'lists the published scripts of agents',
  permission: end === '' ? 'scripter:script:view' : 'scripter:publishedScript:view',
  answers: [200],
  certainty: 'documented',
  note: `Those that every org has. Others cannot come: ${NO_UPLOAD}.`,
  handle: (call) => list(call, `${path}${end}`),
}));

const ones = ['/:id', '/published/:id'].map((end): Route => ({
  method: 'GET',
  path: `${path}${end}`,
  does: 'gives one script of agents',
  permission: end === '/:id' ? 'scripter:script:view' : 'scripter:publishedScript:view',
  answers: [200, 404],
  certainty: 'documented',
  handle: (call) => {
    const script = defaultScripts.find(({ id }) => id === call.param('id'));
    if (!script) throw notThere('script', call.param('id'));
    return shown(script, call);
  },
}));

export const scriptRoutes: readonly Route[] = [...lists, ...ones];
