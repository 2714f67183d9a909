import {
  ANY,
  compile,
  ExpressionError,
  openEnvironment,
  parse,
  type,
  typeNamed,
  type Type,
  type Value,
} from '../../../src/architect/expressions';

/** The value of an expression that stands in a field of a type. */
function inField(text: string, field: string, variables: Readonly<Record<string, Value>> = {}, of: Type = ANY): Value {
  const program = compile(parse(text), { expected: typeNamed(field) ?? ANY, variables: () => of });
  return program.run({ ...openEnvironment, variable: (name) => variables[name] });
}

describe('a whole expression is converted to the type of its field', () => {
  test.each([
    ['1 + 1', 'string', '2'],
    ['"12"', 'integer', 12],
    ['"a"', 'string', 'a'],
    ['true', 'string', 'true'],
    ['ToString(NOT_SET)', 'integer', null],
    ['NOT_SET', 'string', null],
  ])('%s in a field of type %s', (text, field, value) => {
    expect(inField(text, field)).toBe(value);
  });
});

describe('where only a run shows the type, the value decides', () => {
  test.each([
    ['a value of the type stays', 'string', 'a', 'a'],
    ['another is converted', 'string', 12, '12'],
    ['a text becomes a number', 'integer', '12', 12],
    ['a number stays', 'integer', 12, 12],
    ['NOT_SET stays', 'integer', null, null],
  ])('%s', (_, field, given, value) => {
    expect(inField('Flow.x', field, { 'Flow.x': given })).toBe(value);
  });

  test('a value that cannot be converted fails with both types and the place', () => {
    const run = (): Value => inField(' Flow.x', 'integer', { 'Flow.x': ['a'] });

    expect(run).toThrow(ExpressionError);
    expect(run).toThrow('a value of type stringCollection cannot become integer');
    try {
      run();
    } catch (thrown) {
      expect(thrown).toMatchObject({ phase: 'evaluate', offset: 1, length: 6 });
    }
  });
});

test('a declared type is converted, and a field of the same type takes the value itself', () => {
  expect(inField('Flow.x', 'string', { 'Flow.x': 3 }, type('integer'))).toBe('3');
  expect(inField('Flow.x', 'integer', { 'Flow.x': 3 }, type('integer'))).toBe(3);
});
