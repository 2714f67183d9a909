import type { ActionNode } from '../../../../../src/architect/actions';
import type { Value } from '../../../../../src/architect/expressions';
import { setPriority } from '../../../../../src/emulator/runtime/actions/set-priority';
import { fakeRun, outcomeOf } from '../../private/fake-run';

const action: ActionNode<'setPriority'> = {
  kind: 'setPriority',
  priority: { kind: 'expression', text: 'Flow.priority' },
  failureOutputs: {
    errorType: { kind: 'variable', name: 'Flow.errorType' },
    errorMessage: { kind: 'variable', name: 'Flow.errorMessage' },
  },
};

/** What becomes of the action on a call that waits in a queue, or in none. */
function set(priority: Value, waits: boolean) {
  const priorities: (readonly [string, number])[] = [];
  const { run, bound } = fakeRun({
    leg: { conversation: { id: 'a call' } },
    values: { 'Flow.priority': priority },
    runtime: {
      acd: {
        setPriority: (conversationId, priority) => {
          priorities.push([conversationId, priority]);
          return waits;
        },
      },
    },
  });
  return { outcome: outcomeOf(setPriority(action, run)), bound, priorities };
}

test('the queue gets the priority of the call', () => {
  const { outcome, priorities } = set(7, true);

  expect(priorities).toEqual([['a call', 7]]);
  expect(outcome).toMatchObject({ to: 'way', name: 'success' });
});

test.each([
  ['waits in no queue', 7, 'not.in.queue', 'The call waits in no queue.'],
  ['gets no priority', null, 'priority.not.set', 'The priority is NOT_SET.'],
])('a call that %s takes the failure path and tells why', (_, priority, errorType, errorMessage) => {
  const { outcome, bound } = set(priority, false);

  expect(outcome).toMatchObject({ to: 'way', name: 'failure' });
  expect(Object.fromEntries(bound)).toEqual({ 'Flow.errorType': errorType, 'Flow.errorMessage': errorMessage });
});

test('a flow without a call breaks', () => {
  expect(() => setPriority(action, fakeRun().run)).toThrow('this action needs a call, and the flow serves none');
});
