import type { LoggedEvent } from '../../../../src/emulator/runtime/events';
import { bounded } from '../../../../src/emulator/runtime/event-bounds';
import { executionData, flowInstances } from '../../../../src/emulator/runtime/flow/instances';
import { callFlowYaml, workflowYaml } from '../../private/flows';
import { callTo, pass } from '../private/calls';
import { livingOrg } from '../private/living-org';

const wait = '          - wait: { name: A while, duration: { lit: { seconds: 5 } } }';
const at = (seconds: number): string => new Date(Date.UTC(2026, 0, 5, 12, 0, seconds)).toISOString();

test('a run of a workflow has its flow, its version and its times, and no conversation', () => {
  const org = livingOrg();
  // A flow of another type may have the same name.
  org.publish(callFlowYaml('report'));
  const flow = org.publish(workflowYaml('report', wait));
  const execution = org.launch(flow);
  const [instance, ...others] = flowInstances(org.runtime);
  expect(others).toEqual([]);
  expect(instance && executionData(instance)).toEqual({
    executionId: execution.id,
    flowId: flow.id,
    flowName: 'report',
    flowType: 'WORKFLOW',
    flowVersion: '1.0',
    startDateTime: at(0),
    endDateTime: at(5),
    flowExitReason: 'completed',
    errors: [],
    warnings: [],
    execution: expect.arrayContaining([expect.objectContaining({ dateTime: at(5), type: 'flow.ended' })]),
    executionItemsTruncated: false,
  });
});

test('a run under way has no end yet, and a run of a flow that is gone no flow', () => {
  const org = livingOrg();
  const flow = org.publish(workflowYaml('report', wait));
  org.runtime.executions.launch({ flowId: flow.id });
  org.org.remove('flow', flow.id);
  const [instance] = flowInstances(org.runtime);
  const data = Object.keys(instance ? executionData(instance) : {});
  expect(data).toContain('startDateTime');
  for (const absent of ['flowId', 'conversationId', 'endDateTime', 'flowExitReason'])
    expect(data).not.toContain(absent);
});

test('a run on a call has its conversation, and warns of what failed without breaking the flow', () => {
  const org = livingOrg();
  org.put('user', { name: 'Grace' });
  const placed = callTo(org, {
    actions: [
      '- transferToUser: { name: Go, targetUser: { noValue: true }, connectTimeout: { noValue: true }, failureOutputs: { errorType: { noValue: true }, errorMessage: { noValue: true } } }',
    ],
  });
  pass(org, 10);
  const [instance] = flowInstances(org.runtime);
  expect(instance && executionData(instance)).toMatchObject({
    conversationId: placed.conversation.id,
    errors: [],
    warnings: [{ message: 'the user is NOT_SET' }],
  });
});

test('says whether one of its events was cut', () => {
  const event = (value: string): LoggedEvent =>
    bounded({ number: 1, at: 0, type: 'variable.set', variable: 'Flow.text', value } as unknown as LoggedEvent).event;
  const truncated = (events: readonly LoggedEvent[]): unknown =>
    executionData({
      id: 'e1',
      flowName: 'report',
      flowType: 'WORKFLOW',
      flowVersion: '1.0',
      startedAt: 0,
      errors: [],
      warnings: [],
      events: [...events],
    })['executionItemsTruncated'];
  expect(truncated([event('short'), event('x'.repeat(100_000))])).toBe(true);
  expect(truncated([event('short'), event('short, too')])).toBe(false);
});
