import { dataAction, genesysCloud, launchWorkflow, optional, string, webServices, workflow } from '../../../src';
import { exportedAction, exportText } from '../../../src/data-action/export/exported-action';
import { readExport } from '../../../src/data-action/export/read-export';
import { at, url } from '../../../src/templates';

const cloud = genesysCloud({ name: 'Cloud' });

const tag = dataAction({
  name: 'Tag conversation',
  integration: cloud,
  input: { conversationId: string(), externalTag: optional(string()) },
  output: { tag: string() },
  request: ({ conversationId, externalTag }) => ({
    method: 'PUT',
    url: url`/api/v2/conversations/${conversationId}/tags`,
    headers: { 'X-Note': 'a "note"' },
    body: { externalTag },
  }),
  response: { tag: at('$.externalTag', { default: '' }) },
});

const find = dataAction({
  name: 'Find parcel',
  integration: webServices({ name: 'Parcels' }),
  input: { number: string() },
  output: {},
  request: ({ number }) => ({ method: 'GET', url: url`https://parcels.example/${number}` }),
  secure: true,
});

test('a data action becomes the file that the Import button takes', () => {
  expect(exportedAction(tag)).toEqual({
    name: 'Tag conversation',
    integrationType: 'purecloud-data-actions',
    actionType: 'custom',
    config: {
      request: {
        requestUrlTemplate: '/api/v2/conversations/${esc.uriEncode($input.conversationId)}/tags',
        requestType: 'PUT',
        headers: { 'Content-Type': 'application/json', 'X-Note': 'a "note"' },
        requestTemplate: expect.stringContaining('externalTag') as string,
      },
      response: {
        translationMap: { tag: '$.externalTag' },
        translationMapDefaults: { tag: '""' },
        successTemplate: expect.stringContaining('${tag}') as string,
      },
    },
    contract: { input: { inputSchema: tag.contract.input }, output: { successSchema: tag.contract.output } },
    secure: false,
  });
});

test('what has no body of its own has the whole input as its template, as in files of the Export button', () => {
  expect(exportedAction(find)).toMatchObject({
    integrationType: 'custom-rest-actions',
    config: { request: { requestType: 'GET', requestTemplate: '${input.rawRequest}' } },
    secure: true,
  });
});

test.each([tag, find])('$name, exported, imported and exported again, is the same', (action) => {
  const exported = exportedAction(action);
  const text = exported ? exportText(exported) : '';

  expect(readExport(text, 'x.json').action).toEqual(exported);
  expect(exportText(readExport(text, 'x.json').action ?? ({} as never))).toBe(text);
});

test('an action that needs the id of a flow is not exported: a file cannot know it', () => {
  const launch = launchWorkflow({
    name: 'Launch',
    integration: cloud,
    workflow: workflow({ name: 'Work', actions: () => [] }),
  });

  expect(exportedAction(launch)).toBeUndefined();
});
