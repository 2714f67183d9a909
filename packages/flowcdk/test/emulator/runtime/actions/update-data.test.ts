import { workflowYaml } from '../../private/flows';
import { livingOrg } from '../private/living-org';
import { output, run } from '../private/values';

const set = (kind: string, value: string): string =>
  `          - updateData: { name: Set, statements: [{ ${kind}: { variable: Flow.x, value: ${value} } }] }`;

// What update data writes, as an output of the workflow shows it.
test.each([
  ['string', '{ lit: text }', 'text'],
  ['string', '{ exp: 1 + 1 }', '2'],
  ['string', '{ noValue: true }', null],
  ['integer', '{ lit: 7 }', 7],
  ['integer', '{ exp: ToInt("7") }', 7],
  ['decimal', '{ exp: 7 * 12.2 }', 85.4],
  ['boolean', '{ lit: true }', true],
  ['dateTime', '{ exp: "MakeDateTime(2024, 1, 31)" }', '2024-01-31T00:00:00Z'],
  ['duration', '{ lit: { minutes: 2 } }', 'PT2M'],
  ['duration', '{ exp: "MakeDuration(0, 1, 30, 0)" }', 'PT1H30M'],
  ['currency', `{ exp: 'MakeCurrency(10, "USD")' }`, '10.00|USD'],
  ['phoneNumber', `{ exp: 'ToPhoneNumber("+33142685300")' }`, 'tel:+33142685300'],
  ['json', `{ exp: 'JsonParse("{\\"a\\":[1,null]}")' }`, { a: [1, null] }],
  ['queue', '{ lit: { name: Support } }', 'Support'],
  ['queue', `{ exp: 'FindQueue("SUPPORT")' }`, 'Support'],
  ['user', `{ exp: 'FindUser("Ada@Example.com")' }`, 'ada@example.com'],
  ['stringCollection', `{ lit: [{ lit: a }, { lit: b }] }`, ['a', 'b']],
  ['stringCollection', '{ lit: [] }', []],
  ['stringCollection', '{ noValue: true }', []],
  ['integerCollection', '{ exp: "MakeList(1, 2)" }', [1, 2]],
])('update data: %s %s', (kind, value, expected) => {
  expect(run(set(kind, value), output(kind, 'Flow.x'))).toEqual(expected);
});

test('a later statement sees what an earlier one set; a copy does not change with its source', () => {
  const statements = `          - updateData:
              name: Set
              statements:
                - stringCollection: { variable: Flow.copy, value: { exp: Flow.x } }
                - stringCollection: { variable: Flow.x, value: { exp: 'AddItem(Flow.x, "b")' } }
                - integer: { variable: Flow.counts, value: { exp: Count(Flow.x) * 10 + Count(Flow.copy) } }`;
  const org = livingOrg();
  const variables = [
    output('stringCollection', 'Flow.x', '{ lit: [{ lit: a }] }'),
    output('stringCollection', 'Flow.copy', '{ lit: [] }'),
    output('integer', 'Flow.counts'),
  ].join('\n');
  expect(org.launch(org.publish(workflowYaml('copies', statements, variables))).outputs).toEqual({
    'Flow.x': ['a', 'b'],
    'Flow.copy': ['a'],
    'Flow.counts': 21,
  });
});
