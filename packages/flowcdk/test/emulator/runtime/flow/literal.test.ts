import { CurrencyValue, Decimal, DurationValue, openOrg, textOf, type } from '../../../../src/architect/expressions';
import { parseYaml } from '../../../../src/architect/yaml/parse';
import { literalValue } from '../../../../src/emulator/runtime/flow/literal';

type Kind = Parameters<typeof type>[0];

/** The value of `lit: …` where a field wants a type. */
function read(yaml: string, kind: Kind, collection = false) {
  const { root } = parseYaml(yaml);
  if (!root) throw new Error(`${yaml} is no YAML`);
  return literalValue(root, { ...type(kind), collection }, openOrg);
}

test.each<[Kind, string, unknown]>([
  ['string', 'text', 'text'],
  ['string', '7', '7'],
  ['integer', '7', 7],
  ['integer', '"7"', 7],
  ['boolean', 'true', true],
  ['boolean', '"true"', true],
  ['decimal', '2.50', new Decimal('2.5')],
  ['decimal', '"2.5"', new Decimal('2.5')],
  ['duration', '{ hours: 1, minutes: 2, seconds: 3, ms: 4 }', new DurationValue(3_723_004)],
  ['integer', 'null', null],
  ['any', '7', 7],
  ['any', '2.5', new Decimal('2.5')],
  ['any', 'text', 'text'],
  ['currency', '{ amount: 10.5, code: USD }', new CurrencyValue(new Decimal('10.5'), 'USD')],
  ['currency', '{ amount: 10.5 }', new CurrencyValue(new Decimal('10.5'), null)],
])('%s of lit: %s', (kind, yaml, expected) => {
  expect(read(yaml, kind)).toEqual(expected);
});

test('a currency has an amount and a code', () => {
  const value = read('{ amount: 10.5, code: USD }', 'currency');
  expect(value && textOf(value)).toBe(textOf(read('{ amount: "10.50", currencyCode: USD }', 'currency')));
});

test('a list has the values of its items, written with lit: or without', () => {
  expect(read('[{ lit: "1" }, 2, { noValue: true }]', 'integer', true)).toEqual([1, 2, null]);
});

test.each<Kind>(['prompt', 'audio', 'audioOrPrompt'])('%s may be the name of a prompt', (kind) => {
  expect(read('{ name: PromptSystem.on_hold_music }', kind)).toMatchObject({
    kind: 'prompt',
    name: 'on_hold_music',
  });
});

test('what is no integer breaks the flow', () => {
  expect(() => read('seven', 'integer')).toThrow('seven');
});

test('what has a name is looked up; what has none is not understood', () => {
  expect(read('{ name: Support }', 'queue')).toMatchObject({ kind: 'queue', name: 'Support' });
  expect(() => read('{ id: 7 }', 'queue')).toThrow('a literal of type queue is not understood');
});
