import { workflowYaml } from '../../private/flows';
import { livingOrg } from '../private/living-org';

/** What a workflow makes of an expression: the value of its output, or the problem. */
function run(kind: string, expression: string): unknown {
  const org = livingOrg();
  const variable = `    - ${kind}Variable: { name: Flow.x, initialValue: { noValue: true }, isInput: false, isOutput: true }`;
  const actions = `          - updateData: { name: Set, statements: [{ ${kind}: { variable: Flow.x, value: { exp: '${expression}' } } }] }`;
  const { outputs, problem } = org.launch(org.publish(workflowYaml('works', actions, variable)));
  return problem ?? outputs?.['Flow.x'];
}

// The test vectors of the reference, through a flow that runs.
test.each([
  ['decimal', '1 + 2 * 3 ^ 2 ^ 0', 7],
  ['decimal', '-2 ^ 2', 4],
  ['decimal', '7 / 2', 3.5],
  ['boolean', 'true or false and false', true],
  ['string', 'If(NOT_SET, "a", "b")', 'b'],
  ['string', 'Append(ToString(NOT_SET), "x")', 'x'],
  ['boolean', 'ToString(NOT_SET) == ""', false],
  ['integer', 'ToInt(" ")', null],
  ['boolean', 'ToBool("yes")', null],
  ['string', 'Substring("alpha", 3, 9)', 'ha'],
  ['string', 'ToString(MakeList("a", "b"), ",")', 'a,b'],
  ['integer', 'GETAT(makelist(1,2),1)', 2],
  ['string', 'Replace("tel:+33140000000", "tel:", "")', '+33140000000'],
  ['dateTime', 'AddMonths(MakeDateTime(2024,1,31), 1)', '2024-02-29T00:00:00Z'],
  ['integer', 'ToInt(MakeDuration(0,0,1,30))', 90_000],
])('%s: %s', (kind, expression, expected) => {
  expect(run(kind, expression)).toEqual(expected);
});

test.each([
  ['string', 'ToString(NOT_SET) + "x"'],
  ['integer', 'ToInt("x")'],
  ['integer', 'GetAt(MakeList(1), 1)'],
])('%s: %s breaks the flow', (kind, expression) => {
  expect(run(kind, expression)).toMatch(/^Begin \/ Set: /);
});

test('what has no one type is not published', () => {
  expect(() => run('integer', 'false ? 1 : true ? 2 : 3')).toThrow(/expression-type/);
});

test.each([
  ['string', 'GetDefaultLanguage()', 'en-us'],
  ['stringCollection', 'GetSupportedLanguages()', ['en-us']],
  ['string', 'Flow.Version', '1.0'],
  ['dateTime', 'Flow.StartDateTimeUtc', '2026-01-05T12:00:00Z'],
  ['dateTime', 'GetCurrentDateTimeUtc()', '2026-01-05T12:00:00Z'],
  ['boolean', 'IsSet(FindQueue("nobody"))', false],
  ['boolean', 'Flow.IsTest', false],
])('what the run itself knows: %s %s', (kind, expression, expected) => {
  expect(run(kind, expression)).toEqual(expected);
});
