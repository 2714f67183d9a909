import { call, note, trailOf, withTasks } from '../private/tasks';

test('a called task comes back by the output path it ended with', () => {
  const task = `    - task:
        name: Ask
        refId: Ask
        outputPaths: [{ outputPath: { name: known } }]
        actions: [${note('in')}, { endTask: { name: Back, outputPath: { name: known } } }, ${note('never')}]`;
  const outputs = `, outputs: { default: { actions: [${note('default')}] }, paths: [{ path: { name: known, actions: [${note('known')}] } }] }`;
  expect(trailOf(withTasks(call('Ask', outputs), task))).toBe('in known ');
});

test('a task whose actions run out, or end at a path nobody drew, comes back by default', () => {
  const task = `    - task: { name: Ask, refId: Ask, actions: [${note('in')}] }`;
  const outputs = `, outputs: { default: { actions: [${note('default')}] } }`;
  expect(trailOf(withTasks(`${call('Ask', outputs)}\n${call('Ask')}`, task))).toBe('in default in ');
});
