import { flowExecutionRoutes } from '../../../src/emulator/api/flow-executions';
import { callFlowYaml, workflowYaml } from '../private/flows';
import { asker } from '../runtime/private/ask';
import { livingOrg } from '../runtime/private/living-org';

const output =
  '    - stringVariable: { name: Flow.word, initialValue: { noValue: true }, isInput: true, isOutput: true }';
/** A workflow that puts a word behind the one it is launched with. */
const adds = (word: string): string =>
  workflowYaml(
    'words',
    `          - updateData:
              name: Add
              statements: [{ string: { variable: Flow.word, value: { exp: 'Append(Flow.word, "${word}")' } } }]`,
    output,
  );

function orgWithTwoVersions() {
  const org = livingOrg();
  org.publish(adds('first'));
  const flow = org.publish(adds('second'));
  const ask = asker(flowExecutionRoutes, org.org, org.runtime);
  const launch = (more: object = {}) => {
    const body = { flowId: flow.id, inputData: { 'Flow.word': 'the ' }, ...more };
    const launched = ask('POST /api/v2/flows/executions', body as never);
    const { id } = launched.body as { readonly id: string };
    return { launched, execution: ask(`GET /api/v2/flows/executions/${id}`).body };
  };
  return { org, flow, ask, launch };
}

test.each([
  ['the newest version', {}, '2.0', 'the second'],
  ['the newest version where none is named', { flowVersion: '' }, '2.0', 'the second'],
  ['the version that is named', { flowVersion: '1.0' }, '1.0', 'the first'],
])('%s is launched', (_, body, version, word) => {
  const { flow, launch } = orgWithTwoVersions();
  const { launched, execution } = launch(body);
  const flowVersion = { id: version, name: version, selfUri: `/api/v2/flows/${flow.id}/versions/${version}` };

  expect(launched).toMatchObject({ status: 200, body: { name: 'words', flowVersion } });
  expect(execution).toMatchObject({ status: 'COMPLETED', flowVersion, outputData: { 'Flow.word': word } });
});

test('a launch may have a name of its own', () => {
  expect(orgWithTwoVersions().launch({ name: 'Monday' }).execution).toMatchObject({ name: 'Monday' });
});

test.each([
  ['a flow that is not there', { flowId: 'nobody' }, 404, 'There is no flow nobody.'],
  ['a version that is not there', { flowVersion: '9.0' }, 404, "The flow 'words' has no published version 9.0."],
])('%s cannot be launched', (_, more, status, message) => {
  const { ask, flow } = orgWithTwoVersions();
  const body = { flowId: flow.id, ...more };

  expect(ask('POST /api/v2/flows/executions', body)).toEqual({ status, body: message });
});

test.each([
  ['"a"', 200],
  ['null', 200],
  ['5', 400],
  ['["a"]', 400],
  ['{"a":1}', 400],
  ['true', 400],
])('a text input takes texts only: %s answers %i', (json, status) => {
  const { ask, flow } = orgWithTwoVersions();
  const answer = ask('POST /api/v2/flows/executions', {
    flowId: flow.id,
    inputData: { 'Flow.word': JSON.parse(json) as string },
  });

  expect(answer).toMatchObject({
    status,
    ...(status === 400 ? { body: `inputData: 'Flow.word' of the flow 'words': ${json} is no string.` } : {}),
  });
});

test('only workflows can be launched', () => {
  const { ask, org } = orgWithTwoVersions();
  const flowId = org.publish(callFlowYaml('line')).id;

  expect(ask('POST /api/v2/flows/executions', { flowId })).toMatchObject({
    status: 400,
    body: "The flow 'line' is of type INBOUNDCALL; only workflows can be launched.",
  });
});

test('an execution that nobody launched is not there', () => {
  expect(orgWithTwoVersions().ask('GET /api/v2/flows/executions/nobody').status).toBe(404);
});
