import { endWorkflow, optional, seconds, string, workflow } from '../../src';
import { genesysCloud, launchWorkflow } from '../../src/data-action';
import { bodyOf, errorsOf, headersOf, urlOf } from './private-probe';

const launcher = genesysCloud({ name: 'Flow launcher', permissions: ['architect:flow:launch'] });

const identify = workflow({
  name: 'identify-caller',
  inputs: { conversationId: string(), callerNumber: optional(string()) },
  actions: () => [endWorkflow()],
});

const launch = launchWorkflow({ name: 'Launch', integration: launcher, workflow: identify, timeout: seconds(5) });

test('launches by the id that deployment gives the workflow, with its inputs by their full names', () => {
  expect(launch.request.method).toBe('POST');
  expect(urlOf(launch)).toBe('/api/v2/flows/executions');
  expect(headersOf(launch)).toEqual({ 'Content-Type': 'application/json' });
  expect(bodyOf(launch)).toBe(
    '{"flowId": "<id of identify-caller>", "inputData": {"Flow.conversationId": "${esc.jsonEncode($input.conversationId)}"' +
      '#if("$!{input.callerNumber}" != ""), "Flow.callerNumber": "${esc.jsonEncode($input.callerNumber)}"#end}}',
  );
});

test('its contract is that of the workflow; it tells which execution it started', () => {
  expect(launch.input).toBe(identify.inputs);
  expect(launch.contract.input).toMatchObject({ required: ['conversationId'] });
  expect(Object.keys(launch.outputs)).toEqual(['executionId']);
  expect(launch.response).toEqual({
    translationMap: { executionId: '$.id' },
    translationMapDefaults: {},
    successTemplate: '{"executionId": ${executionId}}',
  });
});

test('it needs its integration and the workflow', () => {
  expect(launch.uses).toEqual([launcher, identify]);
  expect(launch.problems).toEqual([]);
});

test('an integration that may not launch is told', () => {
  const reader = genesysCloud({ name: 'Reader', permissions: ['conversation:call:view'] });

  expect(errorsOf(launchWorkflow({ name: 'Launch', integration: reader, workflow: identify }))).toEqual([
    'permission-missing',
  ]);
});
