import { call, note, trailOf, withTasks } from '../private/tasks';

test('a jump to a task does not come back', () => {
  const task = `    - task: { name: Last, refId: Last, actions: [${note('last')}] }`;
  const actions = `          - jumpToTask: { name: Jump, targetTaskRef: "/workflow/tasks/task[Last]" }
          - ${note('never')}`;
  expect(trailOf(withTasks(actions, task))).toBe('last ');
});

test('a jump inside of a called task leaves the caller for good', () => {
  const tasks = `    - task: { name: Ask, refId: Ask, actions: [{ jumpToTask: { name: Jump, targetTaskRef: "/workflow/tasks/task[Last]" } }] }
    - task: { name: Last, refId: Last, actions: [${note('last')}] }`;
  expect(trailOf(withTasks(`${call('Ask')}\n          - ${note('never')}`, tasks))).toBe('last ');
});
