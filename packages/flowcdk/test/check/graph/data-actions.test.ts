import { launches, worstTime } from '../../../src/check/graph/data-actions';
import type { Project } from '../../../src/check/project';
import { calling } from './private/data-action-call';

const project = (fields?: object): Project => ({
  files: [],
  definitions: fields ? ([{ definition: 'dataAction', category: 'CRM', name: 'Find', ...fields }] as never) : [],
});

test.each<[what: string, timeout: string, definition: object | undefined, milliseconds: number]>([
  ['neither has a timeout: that of the platform', '', undefined, 60_000],
  ['the definition says none: that of the platform', '', {}, 60_000],
  ['the flow has one', 'timeout: { lit: { seconds: 5 } },', undefined, 5_000],
  ['the definition has one', '', { timeoutSeconds: 8 }, 8_000],
  ['the flow has the earlier one', 'timeout: { lit: { seconds: 5 } },', { timeoutSeconds: 8 }, 5_000],
  ['the definition has the earlier one', 'timeout: { lit: { seconds: 20 } },', { timeoutSeconds: 8 }, 8_000],
  ['the flow has one that is not known', 'timeout: { exp: Flow.time },', { timeoutSeconds: 8 }, 8_000],
])('the longest a caller waits: %s', (_, timeout, definition, milliseconds) =>
  expect(worstTime(calling(timeout), project(definition))).toBe(milliseconds),
);

const request = (method: string, ...parts: readonly object[]) => ({ request: { method, url: { parts } } });

test.each<[what: string, definition: object | undefined, name: string, launched: boolean]>([
  ['a POST to the executions', request('POST', { text: '/api/v2/flows/' }, { text: 'executions' }), 'Find', true],
  ['with a part that is an input', request('POST', { name: 'host' }, { text: '/flows/executions' }), 'Find', true],
  ['a GET of the executions', request('GET', { text: '/api/v2/flows/executions' }), 'Find', false],
  ['a POST to another place', request('POST', { text: '/api/v2/flows/executionsother' }), 'Find', false],
  ['a request without a URL', { request: { method: 'POST' } }, 'Find', false],
  ['a definition without a request', {}, 'Find', false],
  ['a name that says so', undefined, 'Launch identification', true],
  ['a name with a verb and a workflow', undefined, 'Start the workflow', true],
  ['a name with a verb alone', undefined, 'Start', false],
  ['a name that only has it inside', undefined, 'Relaunch', false],
])('it launches a workflow: %s', (_, definition, name, launched) =>
  expect(launches(calling('', name), project(definition))).toBe(launched),
);

test('a definition comes before the name', () => {
  const definition = [{ definition: 'dataAction', category: 'CRM', name: 'Launch', ...request('GET', { text: '/x' }) }];
  expect(launches(calling('', 'Launch'), { files: [], definitions: definition as never })).toBe(false);
});
