import { check } from '../../../src/check/check';
import { readFile } from '../../../src/check/project';
import { ruleNamed } from '../private/rule-test';

const rule = ruleNamed('unknown-module-parameter');

const resolve = `commonModule:
  name: Resolve
  variables:
    - stringVariable: { name: Common.email, isInput: true }
    - stringVariable: { name: Common.contact, isOutput: true }
    - stringVariable: { name: Common.own }
`;

const caller = (inputs: string, outputs: string): string => `workflow:
  name: Order
  states:
    - state:
        name: Start
        refId: Start
        actions:
          - callCommonModule:
              name: Who?
              commonModule: { Resolve: { ver_latestPublished: { inputs: ${inputs}, outputs: ${outputs} } } }
`;

const findings = (...texts: readonly string[]) =>
  check({ files: texts.map((text, i) => readFile(`${i}.yaml`, text)), definitions: [] }, { rules: [rule] });
const messages = (...texts: readonly string[]): readonly string[] => findings(...texts).map(({ message }) => message);

test.each([
  ['its inputs and outputs', '{ Common.email: { lit: a } }', '{ Common.contact: { var: Flow.x } }'],
  ['their names in any case', '{ common.Email: { lit: a } }', '{}'],
])('allows %s', (_, inputs, outputs) => {
  expect(messages(caller(inputs, outputs), resolve)).toEqual([]);
});

test.each([
  ['an input that it does not have', '{ Common.mail: { lit: a } }', '{}', 'has no input "Common.mail"'],
  ['a variable of its own', '{ Common.own: { lit: a } }', '{}', 'has no input "Common.own"'],
  ['an output that is an input', '{}', '{ Common.email: { var: Flow.x } }', 'has no output "Common.email"'],
])('tells of %s', (_, inputs, outputs, message) => {
  expect(messages(caller(inputs, outputs), resolve)).toEqual([`the common module "Resolve" ${message}`]);
});

test('says nothing of a module that is not there', () => {
  expect(messages(caller('{ Common.mail: { lit: a } }', '{}'))).toEqual([]);
});

test.each([
  [
    'the name that was meant, and all that there are',
    '{ Common.emial: { lit: a } }',
    '{}',
    'Did you mean Common.email? Its inputs: Common.email.',
  ],
  ['all that there are', '{}', '{ Flow.other: { var: Flow.x } }', 'Its outputs: Common.contact.'],
])('the way out: %s', (_, inputs, outputs, help) => {
  expect(findings(caller(inputs, outputs), resolve).map((finding) => finding.help)).toEqual([help]);
});

test('a module without parameters has none, and another module does not matter', () => {
  const bare = resolve.replace(/ {2}variables:[^]*$/, '');
  const [finding] = findings(caller('{ Common.email: { lit: a } }', '{}'), resolve.replace('Resolve', 'Other'), bare);
  expect(finding?.help).toBe('Its inputs: none.');
});

test('a flow of another kind with the name of the module does not matter', () => {
  const other = 'workflow: { name: Resolve, variables: [stringVariable: { name: Flow.x, isInput: true }] }';
  expect(messages(caller('{ Common.email: { lit: a } }', '{}'), other, resolve)).toEqual([]);
  expect(messages(caller('{ Common.mail: { lit: a } }', '{}'), other)).toEqual([]);
});

test('several inputs are known each by itself', () => {
  const two = resolve.replace(
    '    - stringVariable: { name: Common.own }',
    '    - stringVariable: { name: Common.phone, isInput: true }',
  );
  expect(messages(caller('{ Common.email: { lit: a }, Common.phone: { lit: b } }', '{}'), two)).toEqual([]);
});

test('the place of a finding is the value', () => {
  const [finding] = findings(caller('{ Common.mail: { lit: a } }', '{}'), resolve);
  expect(finding?.excerpt?.text.slice(finding.excerpt.column - 1)).toMatch(/^a /);
});
