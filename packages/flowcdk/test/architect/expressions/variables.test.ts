import {
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

describe('typed texts of variables', () => {
  test.each([
    ['STRING:abc', 'Flow.x + "d"', 'string', 'abcd', '"abcd"'],
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
      error: { phase: 'type', message: expect.stringContaining(`variable Flow.x: `) as string },
    });
    expect(() => parseTypedValue(json)).toThrow(message);
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

describe('an environment', () => {
  const values: Readonly<Record<string, Value>> = { 'Flow.n': 7, 'Flow.d': new Decimal('1.5'), 'Flow.none': null };
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
