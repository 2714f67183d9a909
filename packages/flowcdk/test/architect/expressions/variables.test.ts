import {
  checkText,
  compile,
  Decimal,
  evaluate,
  evaluateText,
  openEnvironment,
  parse,
  parseTypedValue,
  type,
  variableLookup,
  type Value,
} from '../../../src/architect/expressions';
import { CurrencyValue, JsonValue } from '../../../src/architect/expressions/values';

describe('typed texts of variables', () => {
  test.each([
    ['STRING:abc', 'Flow.x + "d"', 'string', 'abcd', '"abcd"'],
    ['STRING:b', '"a" + Flow.x + "c"', 'string', 'abc', '"abc"'],
    ['STRING:b', '"a" + Flow.x + Flow.x + "c"', 'string', 'abbc', '"abbc"'],
    ['STRING:b', 'Flow.x + "1" + Flow.x + "2" + "3"', 'string', 'b1b23', '"b1b23"'],
    ['abc: d', 'Length(Flow.x)', 'integer', '6', '6'],
    ['INTEGER:5', 'Flow.x', 'integer', '5', '5'],
    ['decimal:15.2', 'Flow.x', 'decimal', '15.2', '15.2'],
    ['DECIMAL:7', 'Flow.x', 'decimal', '7.0', '7.0'],
    ['BOOLEAN:true', '!Flow.x', 'boolean', 'false', 'false'],
    [
      'DATETIME:2024-01-01T01:00:00+01:00',
      'Flow.x',
      'dateTime',
      '2024-01-01T00:00:00Z',
      'MakeDateTime(2024, 1, 1, 0, 0, 0)',
    ],
    ['DURATION:PT5S', 'Flow.x', 'duration', 'PT5S', 'MakeDuration(0, 0, 0, 5)'],
    ['JSON:{"a":1}', 'Flow.x.a', 'json', '1', 'JsonParse("1")'],
    ['CURRENCY:10.00|USD', 'Flow.x', 'currency', '10.00|USD', 'MakeCurrency(10.00, "USD")'],
    ['PHONENUMBER:+13178723000', 'Flow.x.e164', 'string', '+13178723000', '"+13178723000"'],
    ['PHONE_NUMBER:+13178723000', 'Flow.x', 'phoneNumber', 'tel:+13178723000', 'ToPhoneNumber("tel:+13178723000")'],
    ['STRING_COLLECTION:["a","b"]', 'Flow.x', 'stringCollection', ['a', 'b'], 'MakeList("a", "b")'],
    ['integerCollection:[1,null]', 'Flow.x', 'integerCollection', ['1', null], 'MakeList(1, NOT_SET)'],
    ['STRING_COLLECTION:[]', 'Flow.x', 'stringCollection', [], 'MakeEmptyList(ToString(NOT_SET))'],
    ['STRING:NOT_SET', 'Flow.x', 'string', null, 'NOT_SET'],
    ['QUEUE:Support', 'Flow.x.name', 'string', 'Support', '"Support"'],
    ['QUEUE:Support', 'Flow.x[Lower("NAME")]', 'string', 'Support', '"Support"'],
    ['QUEUE:Support', 'Flow.x[Lower("EXTENSION")]', 'any', null, 'NOT_SET'],
    ['DATE:2024-01-31', 'ToString(Flow.x)', 'string', '2024-01-31', '"2024-01-31"'],
  ])('%s in %s', (json, text, typeName, value, literal) => {
    expect(evaluateText(text, { 'Flow.x': json })).toEqual({ type: typeName, value, literal });
  });

  test.each([
    [5, 'Flow.x + 1', '6'],
    [1.5, 'Flow.x + 1', '2.5'],
    [true, 'Flow.x', 'true'],
    [null, 'IsSet(Flow.x)', 'false'],
    [['a', null], 'Count(Flow.x)', '2'],
    [[1, 2.5], 'Sum(Flow.x)', '3.5'],
    [{ a: { b: 'c' } }, 'ToString(Flow.x.a.b)', 'c'],
  ])('bare %j in %s', (json, text, value) => {
    expect(evaluateText(text, { 'Flow.x': json })).toMatchObject({ value });
  });

  test.each([
    ['INTEGER:5.5', 'is not a whole number'],
    ['BOOLEAN:yes', 'is not true or false'],
    ['JSON:{', 'the text is not JSON'],
    ['STRANGE:x', '"STRANGE" is not a type'],
  ])('%s is refused', (json, message) => {
    expect(evaluateText('1', { 'Flow.x': json })).toMatchObject({
      error: {
        phase: 'type',
        message: expect.stringContaining(`variable Flow.x: `) as string,
        offset: 0,
        length: 0,
      },
    });
    expect(() => parseTypedValue(json)).toThrow(message);
  });

  test('a built-in variable without a value has its own type, and any type that is written', () => {
    expect(evaluateText('Call.Ani', { 'Call.Ani': null })).toMatchObject({ type: 'string', value: null });
    expect(evaluateText('Call.Ani', { 'Call.Ani': 'INTEGER:5' })).toMatchObject({ type: 'integer', value: '5' });
    expect(evaluateText('Flow.own', { 'Flow.own': null })).toMatchObject({ type: 'any', value: null });
  });

  test('a value that cannot be printed is an error of the whole expression', () => {
    const text = 'SetJsonObjectProperty(JsonParse("{}"), "a", Flow.x)';
    const deep = `JSON:${'['.repeat(100)}1${']'.repeat(100)}`;

    expect(evaluateText(text, { 'Flow.x': deep })).toEqual({
      error: {
        phase: 'evaluate',
        message: 'the JSON is nested deeper than 100',
        offset: 0,
        length: text.length,
      },
    });
  });

  test('names are found without regard to case', () => {
    expect(evaluateText('flow.CALLER', { 'Flow.caller': 'STRING:x' })).toMatchObject({ value: 'x' });
  });

  test('a literal reads back to the same value', () => {
    const texts = [
      'MakeDuration(-1, 0, 0, 0, 5)',
      'MakeCurrency(NOT_SET, "USD")',
      'MakeList(1.5, NOT_SET)',
      '"\\"\\n"',
    ];

    expect(texts.map(literalTwice)).toEqual(texts.map(literalOnce));
  });
});

describe('an expression is checked without a run', () => {
  const noFunction = (name: string): string => `there is no function ${name} among those known`;

  test.each([
    ['Length(Flow.x) * 2', { type: 'integer' }],
    ['1 / 0', { type: 'decimal' }],
    ['NOT_SET', { type: 'any' }],
    ['Quux(1)', { type: 'any', warnings: [{ message: noFunction('Quux'), offset: 0, length: 4 }] }],
    [
      'Flow.y + Quux(1)',
      {
        error: { phase: 'type', message: 'there is no variable Flow.y', offset: 0, length: 6 },
        warnings: [{ message: noFunction('Quux'), offset: 9, length: 4 }],
      },
    ],
    ['Flow.y', { error: { phase: 'type', message: 'there is no variable Flow.y', offset: 0, length: 6 } }],
    ['1 +', { error: { phase: 'syntax', message: expect.any(String) as string, offset: 3, length: 0 } }],
  ])('%s', (text, result) => {
    expect(checkText(text, { 'Flow.x': 'STRING:abc' })).toEqual(result);
  });
});

describe('an environment', () => {
  const values: Readonly<Record<string, Value>> = {
    'Flow.n': 7,
    'Flow.d': new Decimal('1.5'),
    'Flow.none': null,
    'Flow.items': ['a', 'b'],
    'Flow.json': new JsonValue(['x']),
    'Flow.money': new CurrencyValue(new Decimal(1), 'EUR'),
  };
  const environment = {
    ...openEnvironment,
    variable: variableLookup(Object.entries(values)),
    now: () => Date.UTC(2024, 0, 1, 12, 0, 0, 250),
    random: () => 0.5,
  };

  test.each([
    ['without types, overloads are chosen by the values', 'Flow.n + Flow.d', new Decimal('8.5')],
    [
      'a NOT_SET variable of unknown type takes any overload',
      'IsNotSetOrEmpty(Flow.none) and Flow.none == NOT_SET',
      true,
    ],
    ['the clock', 'Hour(GetCurrentDateTimeUtc())', 12],
    ['chance', 'RandomInt(1, 10)', 6],
    ['a collection of unknown items', 'Sum(MakeList(Flow.d, Flow.d))', new Decimal(3)],
    ['an item by its index', 'Flow.items[1]', 'b'],
    ['an item of a JSON array', 'Flow.json[0]', new JsonValue('x')],
  ])('%s: %s', (_, text, value) => {
    expect(evaluate(parse(text), environment)).toEqual(value);
  });

  test('a program runs again with other values', () => {
    const program = compile(parse('Flow.x * 2'), { variables: () => type('integer'), expected: type('string') });
    const results = [1, 2, null].map((x) => () => program.run({ ...environment, variable: () => x }));

    expect(program.type).toBe(type('string'));
    expect([results[0]?.(), results[1]?.()]).toEqual(['2', '4']);
    expect(results[2]).toThrow('NOT_SET is not allowed');
  });

  test.each([
    ['Flow.n and true', '"and" takes booleans, not (integer, boolean)'],
    ['true and Flow.n', '"and" takes booleans, not (boolean, integer)'],
    ['Flow.n[0]', 'a value of type integer takes no index of type integer'],
    ['Flow.json[true or Flow.n]', 'a value of type json takes no index of type boolean'],
    ['Flow.money.sign', 'the value has no property "sign"'],
    ['Flow.items.first', 'a collection has no property "first"'],
    ['Flow.none + Flow.n', 'NOT_SET is not allowed for "augend" of +'],
    ['Flow.n + Flow.none', 'NOT_SET is not allowed for "addend" of +'],
    ['Substring("abc", Flow.n, Flow.none)', 'NOT_SET is not allowed for "length" of Substring'],
  ])('without types, a run shows what does not fit: %s', (text, message) => {
    expect(() => evaluate(parse(text), environment)).toThrow(message);
  });

  test('the type of the field converts the value', () => {
    expect(evaluate(parse('Flow.n'), environment, { expected: type('string') })).toBe('7');
  });

  test.each(['Flow.x + 1', '1 + Flow.x'])('each run of %s chooses the overload anew', (text) => {
    const program = compile(parse(text));
    const sums = [1, new Decimal('1.5'), 2, new Decimal('2.5'), new Decimal('3.5')].map((x) =>
      program.run({ ...environment, variable: () => x }),
    );

    expect(sums).toEqual([2, new Decimal('2.5'), 3, new Decimal('3.5'), new Decimal('4.5')]);
    expect(() => program.run({ ...environment, variable: () => 'a' })).toThrow('"+" does not take');
  });

  test('also where all arguments have another type', () => {
    const program = compile(parse('Flow.x + Flow.x'));
    const sums = [1, new Decimal('1.5'), 'a', 2].map((x) => program.run({ ...environment, variable: () => x }));

    expect(sums).toEqual([2, new Decimal(3), 'aa', 4]);
  });

  test('a collection variable without a value is empty', () => {
    const program = compile(parse('Count(Flow.list)'), { variables: () => type('string', true) });

    expect(program.run({ ...environment, variable: () => null })).toBe(0);
  });
});

function literalOnce(text: string): string {
  const result = evaluateText(text);
  return 'error' in result ? result.error.message : result.literal;
}

function literalTwice(text: string): string {
  return literalOnce(literalOnce(text));
}
