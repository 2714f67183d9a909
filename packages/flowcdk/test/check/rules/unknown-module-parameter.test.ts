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

const messages = (...texts: readonly string[]): readonly string[] =>
  check({ files: texts.map((text, i) => readFile(`${i}.yaml`, text)), definitions: [] }, { rules: [rule] }).map(
    ({ message }) => message,
  );

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
