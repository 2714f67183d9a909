import { functionsUsed, interpolate, parse, print, references } from '../../../src/architect/expressions';

test.each([
  ['blanks around operators and after commas', '1+2*F( 3,4 )', '1 + 2 * F(3, 4)'],
  ['parentheses only where they are needed', '((1 + 2)) * (3 * (4))', '(1 + 2) * (3 * 4)'],
  ['the right operand of a left-leaning operator keeps them', '1 - (2 - 3)', '1 - (2 - 3)'],
  ['the left operand loses them', '(1 - 2) - 3', '1 - 2 - 3'],
  ['the left operand of ^ keeps them', '(2 ^ 3) ^ 4', '(2 ^ 3) ^ 4'],
  ['the right operand of ^ loses them', '2 ^ (3 ^ 4)', '2 ^ 3 ^ 4'],
  ['a negated number in parentheses is not a negative number', '-(5)', '-(5)'],
  ['a negated negative number', '-(-5)', '-(-5)'],
  ['a negative base needs none', '(-2) ^ 2', '-2 ^ 2'],
  ['a negation under !', '!(-F())', '!-F()'],
  ['! under a negation', '-(!F())', '-(!F())'],
  ['an or in a branch', 'true ? (1 or 2) : 3', 'true ? (1 or 2) : 3'],
  ['a conditional in a branch', 'true ? 1 : (true ? 2 : 3)', 'true ? 1 : (true ? 2 : 3)'],
  ['a conditional as condition', '(true ? 1 : true) ? 2 : 3', 'true ? 1 : true ? 2 : 3'],
  ['and, or in lower case', 'true AND true OR false', 'true and true or false'],
  ['names that need no quotes lose them', 'Flow."a"."b c"."and"', 'Flow.a."b c"."and"'],
  ['reserved words keep their quotes', 'Flow."true"."false"."NOT_SET"."Or"', 'Flow."true"."false"."NOT_SET"."Or"'],
  ['so do names that are no words', 'Flow."1a"."a-b".""."a1"."a_b"', 'Flow."1a"."a-b"."".a1.a_b'],
  ['an index has none', 'F()[ ( 1 + 2 ) ]', 'F()[1 + 2]'],
  ['a negative number as base of a negation', '-(-2.5)', '-(-2.5)'],
  ['a negated power', '-(F() ^ 2)', '-(F() ^ 2)'],
  ['! over a comparison', '!(1 == 2)', '!(1 == 2)'],
  ['a comparison of !', '(!F()) == true', '!F() == true'],
  [
    'numbers that are too large stay as they are',
    '1000000000000000+-(-01000000000000000)',
    '1000000000000000 + -(-01000000000000000)',
  ],
  ['decimals show one place at least', '1. + .50', '1.0 + 0.5'],
  ['strings are escaped', '"a\n\\"\\\\"', '"a\\n\\"\\\\"'],
  ['functions keep their spelling', 'tostring( 1 )', 'tostring(1)'],
])('%s: %s', (_, text, printed) => {
  expect(print(parse(text))).toBe(printed);
});

test('a text that grows up to the limit is printed with blanks', () => {
  const long = `F("${'a'.repeat(31_992)}", 1)`;

  expect(long).toHaveLength(32_000);
  expect(print(parse(long.replace(', ', ',')))).toBe(long);
});

test('a text that would grow beyond the limit is printed without blanks', () => {
  const chain = `1${'+1'.repeat(12_000)}`;

  expect(print(parse(chain))).toBe(chain);

  // Words need theirs.
  const words = `false or true and ${chain}==1`;

  expect(print(parse(words))).toBe(words);
});

describe('an expression from a template', () => {
  const variable = { name: 'Flow.x' };
  const variableOfKind = { kind: 'string', name: 'Flow.x' };

  test.each([
    ['a variable', interpolate`Length(${variable}) > 3`, 'Length(Flow.x) > 3'],
    ['a text becomes a literal, escaped', interpolate`${variable} == ${'say "hi"\n'}`, 'Flow.x == "say \\"hi\\"\\n"'],
    ['a whole number, a number, a truth', interpolate`F(${1}, ${-2.5}, ${true})`, 'F(1, -2.5, true)'],
    ['no value', interpolate`${variable} == ${null}`, 'Flow.x == NOT_SET'],
    ['an expression keeps its grouping', interpolate`2 * ${parse('1 + 2')}`, '2 * (1 + 2)'],
    ['but not parentheses it does not need', interpolate`2 + ${{ text: '1 * 2' }}`, '2 + 1 * 2'],
    [
      'a property of an interpolated call',
      interpolate`${parse('ToPhoneNumber(Call.Ani)')}.e164`,
      'ToPhoneNumber(Call.Ani).e164',
    ],
    ['a minus before a negative number', interpolate`2 - -${3} + -(${-4})`, '2 - -3 + -(-4)'],
    ['a minus before an interpolated negative number', interpolate`-${-4} - -${-2.5}`, '-(-4) - -(-2.5)'],
    ['a property of an interpolated variable', interpolate`${parse('Flow.x')}.y`, 'Flow.x.y'],
    ['a property of an interpolated property', interpolate`${parse('Flow.x.y')}.z`, 'Flow.x.y.z'],
    ['a property of an interpolated index', interpolate`${parse('Flow.x[0]')}.y`, 'Flow.x[0].y'],
    ['a variable that knows its kind', interpolate`${variableOfKind}`, 'Flow.x'],
  ])('%s', (_, tree, printed) => {
    expect(print(tree)).toBe(printed);
  });
});

describe('what an expression mentions', () => {
  const tree = parse('If(isset(Flow.a), Flow.b.c, Append(flow.A, Task.d)) == IsSet(Flow.list[State.i])');

  test('variables, once each, without regard to case', () => {
    expect(references(tree)).toEqual(['Flow.a', 'Flow.b', 'Task.d', 'Flow.list', 'State.i']);
  });

  test('functions, once each, without regard to case', () => {
    expect(functionsUsed(tree)).toEqual(['If', 'isset', 'Append']);
  });
});
