import { mentionsIn } from '../../../src/check/graph/mentions';
import { readFile } from '../../../src/check/project';

const mentions = (text: string): Record<string, number> => Object.fromEntries(mentionsIn(readFile('flow.yaml', text)));

test('the text says how often it mentions each variable, in any spelling', () =>
  expect(mentions('a: Flow.x + flow . X\nb: Task.y + State.z + Common.w\nc: Flow.größe_2$')).toEqual({
    'flow.x': 2,
    'task.y': 1,
    'state.z': 1,
    'common.w': 1,
    'flow.größe_2$': 1,
  }));

test.each(['a: Flow.', 'a: Flow.1', 'a: Overflow.x', 'a: Other.x', 'a: flow x'])('%s mentions none', (text) =>
  expect(mentions(text)).toEqual({}),
);

test('a file is looked through once', () => {
  const file = readFile('flow.yaml', 'a: Flow.x');
  expect(mentionsIn(file)).toBe(mentionsIn(file));
});
