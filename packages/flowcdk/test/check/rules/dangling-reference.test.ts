import { findingsIn, ruleNamed, ruleTest } from '../private/rule-test';

test('what a placeholder stands in is not judged', () => {
  const example = 'workflow:\n  name: x\n  startUpRef: "{{start}}"\n  startUp: 1';

  expect(findingsIn(ruleNamed('dangling-reference'), example)).toEqual([]);
});

const jump = (reference: string) => `- jumpToTask: { name: Jump, targetTaskRef: "${reference}" }`;

ruleTest(ruleNamed('dangling-reference'), {
  kind: 'inboundCall',
  valid: {
    'an absolute one': jump('/inboundCall/tasks/task[Start]'),
    'a relative one': jump('./tasks/task[Start]'),
    'one into another file': jump('other.yaml#/inboundCall/tasks/task[x]'),
  },
  invalid: {
    'a task that is not there': [jump('./tasks/task[Strat]'), 'there is no task with the refId "Strat"'],
    'another case': [jump('./tasks/task[start]'), 'there is no task with the refId "start"'],
    'another flow': [
      jump('/workflow/tasks/task[Start]'),
      '"/workflow/tasks/task[Start]" leads out of this flow, which is of kind inboundCall',
    ],
    'a menu where a task is wanted': [jump('./menus/menu[Start]'), 'a menu stands where a task is wanted'],
    'a list of another kind': [jump('./menus/task[Start]'), 'task is not in menus'],
    'what is no reference': [jump('Start'), '"Start" is no reference'],
  },
  helps: {
    'a task whose name is misspelt': [jump('./tasks/task[Strat]'), 'Did you mean Start? There are: Start.'],
    'a task whose name is like no other': [jump('./tasks/task[Other]'), 'There are: Start.'],
    'a menu where there is none': [
      '- jumpToMenu: { name: Jump, targetMenuRef: "./menus/menu[Main]" }',
      'The flow has no menu at all.',
    ],
  },
});

test.each([
  [20, ''],
  [21, ' and 1 more'],
  [25, ' and 5 more'],
])('of %d tasks that there are, 20 are named', (count, more) => {
  const names = Array.from({ length: count }, (_, i) => `T${i + 10}`);
  const tasks = names.map((name) => `    - task: { name: ${name}, refId: ${name}, actions: [] }`);
  const flow = `inboundCall:\n  name: x\n  startUpRef: "./tasks/task[Start]"\n  tasks:\n${tasks.join('\n')}`;
  const [finding] = findingsIn(ruleNamed('dangling-reference'), flow);
  expect(finding?.help).toBe(`There are: ${names.slice(0, 20).join(', ')}${more}.`);
});
