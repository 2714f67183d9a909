import { call, trailOf, withTasks } from '../private/tasks';

test('variables of a task begin anew with every call, and inputs go by value', () => {
  const task = `    - task:
        name: Count
        refId: Count
        variables:
          - integerVariable: { name: Task.n, initialValue: { lit: 1 }, isInput: true, isOutput: false }
        actions:
          - updateData: { name: More, statements: [{ integer: { variable: Task.n, value: { exp: Task.n + 1 } } }] }
          - updateData: { name: Tell, statements: [{ string: { variable: Flow.trail, value: { exp: 'Append(Flow.trail, ToString(Task.n), " ")' } } }] }`;
  const actions = [call('Count'), call('Count'), call('Count', ', inputs: { Task.n: { lit: 40 } }')].join('\n');
  expect(trailOf(withTasks(actions, task))).toBe('2 2 41 ');
});

test('a variable of one name in two tasks is two variables, each with the type of its own task', () => {
  const say = (value: string): string =>
    `{ updateData: { name: Say, statements: [{ string: { variable: Flow.trail, value: { exp: '${value}' } } }] } }`;
  const tasks = `    - task:
        name: Number
        refId: Number
        variables: [{ integerVariable: { name: Task.x, initialValue: { lit: 1 }, isInput: true, isOutput: false } }]
        actions: [${say('Append(Flow.trail, ToString(Task.x + 1), " ")')}]
    - task:
        name: Text
        refId: Text
        variables: [{ stringVariable: { name: task.X, initialValue: { lit: b } } }]
        actions: [${say('Append(Flow.trail, Task.x + "c ")')}]`;
  const actions = [call('Number'), call('Text'), call('Number', ', inputs: { Task.x: { exp: 20 * 2 } }')].join('\n');
  expect(trailOf(withTasks(actions, tasks))).toBe('2 bc 41 ');
});

test('tasks that call each other for ever break the flow', () => {
  const task = `    - task:
        name: Round
        refId: Round
        actions:
          - callTask: { name: Again, targetTaskRef: "/workflow/tasks/task[Round]" }`;
  expect(trailOf(withTasks(call('Round'), task))).toMatch(/tasks call each other more than 100 deep/);
});

test('tasks that call each other from within many actions break the flow, too', () => {
  const again = '{ callTask: { name: Again, targetTaskRef: "/workflow/tasks/task[Round]" } }';
  const within = (inner: string): string =>
    `{ decision: { name: So, condition: { lit: true }, outputs: { "yes": { actions: [${inner}] } } } }`;
  const nested = Array.from({ length: 20 }).reduce<string>(within, again);
  const task = `    - task: { name: Round, refId: Round, actions: [${nested}] }`;
  expect(trailOf(withTasks(call('Round'), task))).toMatch(/more than 500 actions and tasks stand around one another/);
});
