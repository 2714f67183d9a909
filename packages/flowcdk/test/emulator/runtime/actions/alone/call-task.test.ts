import { callTask as callTaskAction, disconnect, task } from '../../../../../src';
import { callTask } from '../../../../../src/emulator/runtime/actions/call-task';
import type { Jump } from '../../../../../src/emulator/runtime/flow/jump';
import type { Place } from '../../../../../src/emulator/runtime/flow/program';
import { fakeRun, outcomeOf } from '../../private/fake-run';

const hungUp = [disconnect('The task came to its end')];
const gone = [disconnect('The caller is gone')];
const action = callTaskAction('Ask', task('Ask', [disconnect()]), { onDefault: hungUp, onPath: { gone } });

const place: Place = { kind: 'task', name: 'Ask', node: { kind: 'task' } };

/** What the action comes to when the task it calls ends so. */
function after(end: Jump) {
  const entered: Place[] = [];
  const { run } = fakeRun({
    program: { find: () => place },
    enter: function* (into) {
      entered.push(into);
      return end;
    },
  });
  return { outcome: outcomeOf(callTask(action, run)), entered };
}

test.each([
  ['by a path that is drawn', 'gone', gone],
  ['by default', 'default', hungUp],
  ['by a path that nobody drew, which goes on after the action', 'asked twice', undefined],
])('a task that ends %s', (_, path, actions) => {
  const { outcome, entered } = after({ to: 'endOfTask', path });

  expect(entered).toEqual([place]);
  expect(outcome).toEqual({ to: 'way', name: path, actions });
});

test.each<[string, Jump]>([
  ['jumps elsewhere', { to: 'container', place }],
  ['ends the flow', { to: 'end', reason: 'disconnect' }],
])('a task that %s leaves the action for good', (_, end) => {
  expect(after(end).outcome).toBe(end);
});

test('a task that is not there breaks the flow', () => {
  const { run } = fakeRun({ program: { find: () => undefined } });

  expect(() => outcomeOf(callTask(action, run))).toThrow('the flow has nothing at nowhere to go on with');
});
