import { dataAction, genesysCloud, string, webServices, userDefined, secret } from '../../src';
import { type ExportedAction, exportedAction, readExport } from '../../src/data-action';
import { importDataActions, WrongExport } from '../../src/emulator/import-data-actions';
import { Org } from '../../src/emulator/state/org';
import type { DataAction } from '../../src/emulator/state/tables/data-action';
import { at, credential, url } from '../../src/templates';
import { exportedFile } from '../data-action/export/example';

const newOrg = (): Org => {
  let ids = 0;
  return new Org({ now: () => new Date('2026-01-05T10:00:00Z'), newId: () => `id-${(ids += 1)}` });
};

const options = { credentialValue: (field: string) => `value of ${field}` };

const tag = dataAction({
  name: 'Tag conversation',
  integration: genesysCloud({ name: 'Cloud' }),
  input: { conversationId: string(), externalTag: string() },
  output: {},
  request: ({ conversationId, externalTag }) => ({
    method: 'PUT',
    url: url`/api/v2/conversations/${conversationId}/tags`,
    body: { externalTag },
  }),
});

const find = dataAction({
  name: 'Find parcel',
  integration: webServices({ name: 'Parcels', credential: userDefined({ apiKey: secret('key', 'A key') }) }),
  input: { number: string() },
  output: { state: string() },
  request: ({ number }) => ({
    method: 'GET',
    url: url`https://parcels.example/${number}`,
    headers: { 'X-Api-Key': credential('apiKey') },
  }),
  response: { state: at('$.state') },
});

const exportOf = (action: typeof tag | typeof find): ExportedAction => exportedAction(action) as ExportedAction;

/** What the Export button of the org writes. */
const exportedFrom = (org: Org, { name, integrationId, config, contract, secure }: DataAction): unknown => ({
  name,
  integrationType: org.get('integration', integrationId)?.integrationType.id,
  actionType: 'custom',
  config,
  contract,
  secure,
});

test.each([tag, find])('$name, exported, imported and exported again, is the same', (action) => {
  const org = newOrg();
  const exported = exportOf(action as typeof tag);
  const [imported] = importDataActions(org, [exported], options);

  expect(imported && exportedFrom(org, imported)).toEqual(exported);
});

test('a public file comes to an integration of its type, with the credential that its templates name', () => {
  const org = newOrg();
  const { action } = readExport(exportedFile, 'parcel.json');
  const [imported] = importDataActions(org, action ? [action] : [], options);
  const integration = org.get('integration', imported?.integrationId ?? '');

  expect(integration).toMatchObject({ name: 'Web Services Data Actions', intendedState: 'ENABLED' });
  expect(org.secret(integration?.credentials?.['basicAuth']?.id ?? '')).toEqual({ apiKey: 'value of apiKey' });
});

test('actions of the own API get a client whose role holds what they call, and nothing else', () => {
  const org = newOrg();
  importDataActions(org, [exportOf(tag)], options);

  expect(org.all('role')).toMatchObject([{ permissions: ['conversation:externalTag:edit'] }]);
  expect(org.all('oauthClient')).toMatchObject([{ roleDivisions: [{ divisionId: '*' }] }]);
});

test('what is imported again replaces what was there', () => {
  const org = newOrg();
  const [first] = importDataActions(org, [exportOf(tag)], options);
  const [second] = importDataActions(org, [{ ...exportOf(tag), secure: true }], options);

  expect(second).toMatchObject({ id: first?.id, version: 2, secure: true });
  expect(org.all('integration')).toHaveLength(1);
});

test('a contract that no data action can have is refused, and nothing is imported', () => {
  const org = newOrg();
  const input = { inputSchema: { type: 'object', properties: { names: { type: 'array' } } } };
  const wrong = { ...exportOf(tag), contract: { ...exportOf(tag).contract, input } };

  expect(() => importDataActions(org, [exportOf(tag), wrong], options)).toThrow(WrongExport);
  expect(org.all('dataAction')).toEqual([]);
});
