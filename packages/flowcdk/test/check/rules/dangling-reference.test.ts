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
});
