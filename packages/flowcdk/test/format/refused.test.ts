import { MAX_CHARACTERS } from '../../src/architect/yaml/limits';
import { formatText } from '../../src/format/format-text';

const DEPTH = 50;

/** `flow.yaml:2:3 message` for each reason. */
const reasons = (text: string): string[] =>
  (formatText(text, 'flow.yaml').findings ?? []).map(
    ({ at, message }) => `${at?.file}:${at?.line}:${at?.column} ${message}`,
  );

test.each([
  ['a text that is no YAML', 'workflow:\n\tname: A\n', 'flow.yaml:2:1 A tab stands where the indentation is.'],
  ['a key that stands twice', 'workflow:\n  name: A\n  name: B\n', 'flow.yaml:3:3 The key "name" stands twice'],
  ['two documents', 'workflow:\n  name: A\n---\nworkflow:\n  name: B\n', 'flow.yaml:3:1 A second document starts here'],
  ['nothing', '', 'flow.yaml:1:1 There is nothing in this text'],
  ['another root', 'openapi: 3.0.0\n', 'flow.yaml:1:1 this is no flow: its root has openapi'],
  ['two roots', 'workflow: {}\nname: A\n', 'flow.yaml:1:1 this is no flow: its root has workflow, name'],
  ['a list', '- workflow\n', 'flow.yaml:1:1 this is no flow: it has no root key'],
  ['a flow that is only a word', 'workflow: A\n', 'flow.yaml:1:11 there is no flow in this workflow'],
  [
    'aliases, which would be written out',
    'workflow:\n  a: &x {b: 1}\n  c: *x\n',
    'flow.yaml:2:9 this part has an anchor',
  ],
  [
    'a placeholder that may become several items',
    'workflow:\n  a: [b, {{x}}]\n',
    'flow.yaml:2:6 a placeholder without quotes stands in a list',
  ],
  [
    'what would become too long',
    // Each item gets a line of its own, indented by the depth at which it stands.
    `workflow:\n  a: ${'['.repeat(DEPTH)}${'1,'.repeat(MAX_CHARACTERS / DEPTH)}${']'.repeat(DEPTH)}\n`,
    'flow.yaml:1:1 formatted, the text would have',
  ],
  [
    'what is wrong besides placeholders',
    'workflow:\n  name: {{x}} {{y}}\n  a: %s\n',
    'flow.yaml:3:6 A value cannot begin with "%"',
  ],
])('%s is refused with its place', (_, text, reason) => {
  expect(reasons(text)).toEqual([expect.stringContaining(reason)]);
});

test('all that is wrong with the text is told at once', () => {
  expect(reasons('workflow:\n  a: 1\n  a: 2\n  b: 1\n  b: 2\n')).toHaveLength(2);
});

test('an anchor that nothing repeats is no reason', () => {
  expect(formatText('workflow:\n  name: &x A\n', 'flow.yaml')).toEqual({ text: 'workflow:\n  name: A\n' });
});
