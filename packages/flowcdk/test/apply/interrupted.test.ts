import { applyStack, type Request, type Send, type State } from '../../src/apply';
import type { KindName } from '../../src/emulator/state/kinds';
import { localOrg, type LocalOrg } from '../emulator/private/local-org';
import { did, refusalOf, sending, stack } from './private/stacks';

jest.setTimeout(60_000);

/** Things whose names need not differ, things whose names must, and things that are known by something else. */
const bakery = stack({
  genesyscloud_integration: { i: { integration_type: 'custom-rest-actions', config: [{ name: 'Till' }] } },
  genesyscloud_integration_credential: {
    k: { name: 'Till', credential_type_name: 'basicAuth', fields: { userName: 'a', password: 'b' } },
  },
  genesyscloud_integration_action: {
    a: {
      name: 'Find bread',
      category: 'Till',
      integration_id: '${genesyscloud_integration.i.id}',
      contract_input: '{"type":"object","properties":{}}',
      contract_output: '{"type":"object","properties":{}}',
      config_request: [{ request_url_template: 'https://till.example', request_type: 'GET' }],
    },
  },
  genesyscloud_routing_wrapupcode: { w: { name: 'Sold' } },
  genesyscloud_routing_queue: { q: { name: 'Counter', wrapup_codes: ['${genesyscloud_routing_wrapupcode.w.id}'] } },
  genesyscloud_user: { u: { name: 'Ada', email: 'ada@bakery.example' } },
  genesyscloud_auth_role: { baker: { name: 'Baker', permissions: ['routing:queue:view'] } },
  genesyscloud_oauth_client: {
    c: {
      roles: [{ role_id: '${genesyscloud_auth_role.baker.id}' }],
      name: 'Till',
      authorized_grant_type: 'CLIENT-CREDENTIALS',
      integration_credential_name: 'Till of the org',
    },
  },
  genesyscloud_architect_datatable: {
    t: { name: 'Breads', properties: [{ name: 'key', type: 'string' }] },
  },
  genesyscloud_architect_datatable_row: {
    r: { datatable_id: '${genesyscloud_architect_datatable.t.id}', key_value: 'rye', properties_json: '{}' },
  },
  genesyscloud_telephony_providers_edges_did_pool: {
    p: { start_phone_number: '+442079460000', end_phone_number: '+442079460009' },
  },
  genesyscloud_routing_sms_address: {
    s: {
      name: 'Shop',
      street: 'High Street 1',
      city: 'London',
      region: 'London',
      postal_code: 'N1',
      country_code: 'GB',
    },
  },
});

/** How many things of each kind an org holds, but for the traces of what came and went. */
const countsIn = ({ org }: LocalOrg) =>
  Object.fromEntries(Object.entries(org.counts()).filter(([kind]) => kind !== 'token' && kind !== 'deletedUser'));

const freeOrg = async (): Promise<LocalOrg> => {
  const org = localOrg();
  // The numbers of the stack belong to nobody.
  for (const pool of org.org.all('didPool')) org.org.remove('didPool', pool.id);
  return org;
};

/** Applies until the org has answered so many requests; the process ends before it learns of the last answer. */
async function interrupted(after: number, org: LocalOrg): Promise<State | undefined> {
  let state: State | undefined;
  let answers = 0;
  const { send } = sending(org);
  const cut: Send = async (request: Request) => {
    if (answers >= after) throw new Error('the process ended');
    const answer = await send(request);
    answers += 1;
    if (answers >= after) throw new Error('the process ended');
    return answer;
  };
  await applyStack(bakery, { send: cut, keep: (next) => (state = JSON.parse(JSON.stringify(next)) as State) }).catch(
    () => undefined,
  );
  return state;
}

test('an apply that ends behind any answer can go on, and nothing is there twice', async () => {
  const whole = await freeOrg();
  const { requests } = await did(bakery, whole, { keep: () => undefined });
  const expected = countsIn(whole);
  const changing = requests.flatMap(({ method }, i) => (method === 'GET' ? [] : [i + 1]));
  expect(changing.length).toBeGreaterThan(15);

  for (const after of changing) {
    const org = await freeOrg();
    const state = await interrupted(after, org);
    await did(bakery, org, { state, keep: () => undefined });

    expect({ after: requests[after - 1]?.path, counts: countsIn(org) }).toEqual({
      after: requests[after - 1]?.path,
      counts: expected,
    });
  }
});

const code = (name: string) => stack({ genesyscloud_integration_action: { a: { ...actionNamed(name) } } });
const actionNamed = (name: string) => ({
  name,
  category: 'Till',
  integration_id: 'till',
  contract_input: '{"type":"object","properties":{}}',
  contract_output: '{"type":"object","properties":{}}',
  config_request: [{ request_url_template: 'https://till.example', request_type: 'GET' }],
});

describe('what an interrupted apply created is taken over only where nobody can take it for something else', () => {
  const address = 'genesyscloud_integration_action.a';
  const begun = async (org: LocalOrg, ...before: readonly string[]): Promise<State> => ({
    organization: ((await org.get('/api/v2/organizations/me')).body as { readonly id: string }).id,
    resources: {},
    intents: { [address]: { type: 'genesyscloud_integration_action', fixed: 'x', before } },
  });
  const orgWith = async (...names: readonly string[]) => {
    const org = localOrg();
    org.org.put('integration', {
      id: 'till',
      name: 'Till',
      integrationType: { id: 'custom-rest-actions' },
      intendedState: 'ENABLED',
      configVersion: 1,
    } as never);
    const ids: string[] = [];
    for (const name of names) {
      const id = `action ${ids.length}`;
      ids.push(id);
      org.org.putRecord('dataAction' as KindName, {
        id,
        name,
        category: 'Till',
        integrationId: 'till',
        secure: false,
        version: 1,
      });
    }
    return { org, ids };
  };
  const actionsIn = ({ org }: LocalOrg) => org.all('dataAction').map(({ name }) => name);

  test('a namesake that was there before stays, and another one is created', async () => {
    const { org, ids } = await orgWith('Find bread');

    await did(code('Find bread'), org, { state: await begun(org, ...ids) });

    expect(actionsIn(org)).toEqual(['Find bread', 'Find bread']);
  });

  test('something of another name stays', async () => {
    const { org } = await orgWith('Find cake');

    await did(code('Find bread'), org, { state: await begun(org) });

    expect(actionsIn(org)).toEqual(['Find cake', 'Find bread']);
  });

  test('of several new ones none is taken, and the message names them', async () => {
    const { org } = await orgWith('Find bread', 'Find bread');

    expect(await refusalOf(did(code('Find bread'), org, { state: await begun(org) }))).toContain(
      `${address}: an apply was interrupted while it created this genesyscloud_integration_action, ` +
        'and the org has 2 new ones that look like it: action 0, action 1',
    );
  });
});
