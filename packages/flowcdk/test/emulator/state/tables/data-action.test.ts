import {
  type ActionDraft,
  actionDraft,
  type DataAction,
  dataAction,
} from '../../../../src/emulator/state/tables/data-action';
import { problemsIn, testTable } from '../private/table-test';

testTable(
  dataAction,
  {
    name: 'Find',
    category: 'Customers',
    integrationId: 'i',
    config: {},
    contract: { input: { inputSchema: {} }, output: { successSchema: {} } },
  },
  [
    [
      { config: { timeoutSeconds: '60' } },
      { config: { timeoutSeconds: 61 } },
      'config.timeoutSeconds is 61; expected a whole number from 1 to 60',
    ],
    [
      { config: { request: { requestType: 'PATCH' } } },
      { config: { request: { requestType: 'HEAD' } } },
      'config.request.requestType is "HEAD"; expected one of GET, PUT, POST, PATCH, DELETE',
    ],
    [
      { config: { request: { headers: { Accept: '*/*' } } } },
      { config: { request: { headers: { Accept: 5 } } } },
      'config.request.headers.Accept is 5; expected a text of at most 10000 characters',
    ],
    [
      { contract: { input: { inputSchema: { type: 'object' } }, output: { successSchema: { type: 'array' } } } },
      { contract: { input: { inputSchema: { type: 'table' } }, output: { successSchema: {} } } },
      'contract.input.inputSchema.type is "table"; expected one of object, array',
    ],
    [{ secure: 'false' }, { secure: 0 }, 'secure is 0; expected true or false'],
  ],
);

test('a draft may lack configuration and contract', () => {
  expect(problemsIn(actionDraft, { name: 'Find', category: 'Customers', integrationId: 'i' })).toEqual([]);
});

test('a data action has the types of its table; a draft of it may lack some', () => {
  const draft: ActionDraft = { id: 'd', name: 'n', category: 'c', integrationId: 'i', secure: false, version: 1 };
  const seconds: number | undefined = draft.config?.timeoutSeconds;
  // @ts-expect-error A published data action has a configuration and a contract.
  const published: DataAction = draft;

  expect([seconds, published.config]).toEqual([undefined, undefined]);
});
