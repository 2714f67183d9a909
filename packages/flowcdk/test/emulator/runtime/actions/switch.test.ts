import { workflowYaml } from '../../private/flows';
import { livingOrg } from '../private/living-org';
import { output, run, say } from '../private/values';

const firstMatch = (kind: string, value: string, cases: readonly string[]): string => `          - switch:
              name: Which?
              evaluate:
                firstMatch:
                  ${kind}:
                    value: { exp: '${value}' }
                    cases: [${cases.map((value, i) => `{ case: { value: ${value}, actions: ${say(`case${i + 1}`)} } }`).join(', ')}]
                    default: { actions: ${say('default')} }`;

test.each([
  ['string', '"b"', ['{ lit: a }', '{ lit: b }'], 'case2'],
  ['string', '"B"', ['{ lit: b }'], 'default'],
  ['string', 'ToString(NOT_SET)', ['{ lit: b }'], 'default'],
  ['string', '"b"', ['{ exp: \'Lower("B")\' }', '{ lit: b }'], 'case1'],
  ['integer', '1 + 1', ['{ lit: 1 }', '{ lit: 2 }'], 'case2'],
  ['boolean', '1 > 2', ['{ lit: true }', '{ lit: false }'], 'case2'],
  ['duration', 'MakeDuration(0, 0, 1, 0)', ['{ lit: { seconds: 60 } }'], 'case1'],
])('switch over a %s: %s', (kind, value, cases, expected) => {
  expect(run(firstMatch(kind, value, cases), output('string', 'Flow.x'))).toBe(expected);
});

test.each([
  [['false', '1 < 2', 'true'], 'case2'],
  [['1 < 2', 'true'], 'case1'],
  [['false', 'ToBool("maybe")'], 'default'],
])('switch over conditions %s', (conditions, expected) => {
  const cases = conditions.map(
    (condition, i) => `{ case: { value: { exp: '${condition}' }, actions: ${say(`case${i + 1}`)} } }`,
  );
  const yaml = `          - switch: { name: Which?, evaluate: { firstTrue: { default: { actions: ${say('default')} }, cases: [${cases.join(', ')}] } } }`;
  expect(run(yaml, output('string', 'Flow.x'))).toBe(expected);
});

test.each([
  [
    'firstMatch',
    `{ string: { value: { exp: '"b"' }, cases: [{ case: { value: { lit: a } } }, { case: { value: { lit: b } } }] } }`,
  ],
  ['firstTrue', `{ cases: [{ case: { value: { lit: false } } }, { case: { value: { lit: true } } }] }`],
])('the log numbers the cases of %s from 1', (kind, evaluate) => {
  const org = livingOrg();
  org.launch(
    org.publish(workflowYaml('which', `          - switch: { name: Which?, evaluate: { ${kind}: ${evaluate} } }`)),
  );
  expect(org.events('action.took')).toMatchObject([{ path: 'case 2' }]);
});
