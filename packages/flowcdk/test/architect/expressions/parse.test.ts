import { ExpressionError, parse, type Tree } from '../../../src/architect/expressions';
import { nodes } from '../../../src/architect/expressions/walk';

describe('text ⇒ tree', () => {
  test.each([
    ['operators of one level lean to the left', '1 - 2 + 3', '(+ (- 1 2) 3)'],
    ['^ leans to the right', '2 ^ 3 ^ 4', '(^ 2 (^ 3 4))'],
    ['* binds tighter than +', '1 + 2 * 3', '(+ 1 (* 2 3))'],
    ['+ binds tighter than <', '1 + 2 < 3', '(< (+ 1 2) 3)'],
    ['< binds tighter than ==', 'true == 1 < 2', '(== true (< 1 2))'],
    ['& binds looser than ==', '1 & 2 == 3', '(& 1 (== 2 3))'],
    ['| binds looser than &', '1 | 2 & 3', '(| 1 (& 2 3))'],
    ['and binds looser than |, or looser still', 'true or false and 1 | 2', '(or true (and false (| 1 2)))'],
    ['and and or are written in any case', 'true AND false Or true', '(or (and true false) true)'],
    ['! binds tighter than a comparison', '!F() == true', '(== (! (F)) true)'],
    ['! and ~ may be repeated', '!!~1', '(! (! (~ 1)))'],
    ['a minus before digits is part of the number', '-2 ^ 2', '(^ -2 2)'],
    ['a minus before a call is an operator', '-F(1) ^ 2', '(^ (- (F 1)) 2)'],
    ['the exponent may have a minus', '2 ^ -1', '(^ 2 -1)'],
    ['subtracting a negative number', '2 - -1', '(- 2 -1)'],
    ['a conditional leans to the left', 'true ? 1 : true ? 2 : 3', '(? (? true 1 true) 2 3)'],
    ['the branches of a conditional may have and', 'true ? 1 : false and true', '(? true 1 (and false true))'],
    ['parentheses leave no node', '((1))', '1'],
    ['a variable is a scope and a name', 'Flow.callerNumber', 'Flow.callerNumber'],
    ['what follows the name are properties', 'Flow.j.from.entityId', '(. (. Flow.j from) entityId)'],
    ['a name may be quoted', 'Flow."my var"."or"', '(. Flow.my var or)'],
    ['an index follows variables and calls', 'F(1)[0].x', '(. ([] (F 1) 0) x)'],
    ['blanks may stand before a dot and a parenthesis', 'Flow .x + F (1)', '(+ Flow.x (F 1))'],
    ['an expression may have several lines', '\n\n\t1 +\r\n 2', '(+ 1 2)'],
    [
      'names may begin with $ and have letters of any script',
      'Flow.$lastInput + Flow.été2_ + Flow.台',
      '(+ (+ Flow.$lastInput Flow.été2_) Flow.台)',
    ],
    ['behind a dot reserved words are names', 'Flow.and + Flow.or', '(+ Flow.and Flow.or)'],
    ['so are the constants', 'Flow.true == Flow.NOT_SET', '(== Flow.true Flow.NOT_SET)'],
    ['and in every case', 'Flow.AND and Flow.False', '(and Flow.AND Flow.False)'],
    [
      'properties and properties of calls too',
      'Flow.x.or.false + F(1).and',
      '(+ (. (. Flow.x or) false) (. (F 1) and))',
    ],
    ['a name of nothing but $', 'Flow.$ + $(1)', '(+ Flow.$ ($ 1))'],
    ['more digits than an integer holds', '1000000000000000 + 0012', '(+ 1000000000000000 12)'],
    ['a minus before them', '2 - -12345678901234567890', '(- 2 -12345678901234567890)'],
    [
      'more digits than a decimal holds',
      '0.12345678901234567890123456789012345678901',
      '0.12345678901234567890123456789012345678901',
    ],
    ['decimals may lack a side of the point', '1. + .5', '(+ 1 0.5)'],
    ['the escapes of strings', '"a\\"b\\\\c\\n\\r\\t"', '"a\\"b\\\\c\\n\\r\\t"'],
    ['a raw line break in a string', '"a\nb"', '"a\\nb"'],
    ['NOT_SET', 'F(NOT_SET)', '(F NOT_SET)'],
    ['a minus before a decimal is part of it', '-2.5 ^ 2', '(^ -2.5 2)'],
    ['a name has the first and the last letter of the alphabet', 'aAzZ(1)', '(aAzZ 1)'],
    ['a call without arguments', 'F( )', '(F)'],
    ['several levels in one chain', '1 + 2 * 3 ^ 4 - 5', '(- (+ 1 (* 2 (^ 3 4))) 5)'],
    ['zeros before and behind many digits', '00.10000000000000000000000000000000000000000', '0.1'],
    ['forty digits', '0.1234567890123456789012345678901234567891', '0.1234567890123456789012345678901234567891'],
  ])('%s: %s', (_, text, tree) => {
    expect(shape(parse(text))).toBe(tree);
  });

  test.each([
    [
      ' true ? -F(1) ^ 2 : !Flow.a."b c"[ 0 ].d ',
      [
        'true ? -F(1) ^ 2 : !Flow.a."b c"[ 0 ].d',
        'true',
        '-F(1) ^ 2',
        '-F(1)',
        'F(1)',
        '1',
        '2',
        '!Flow.a."b c"[ 0 ].d',
        'Flow.a."b c"[ 0 ].d',
        'Flow.a."b c"[ 0 ]',
        'Flow.a."b c"',
        'Flow.a',
        '0',
      ],
    ],
    [
      ' F( "a b", -5 , - 0.5, NOT_SET , 1000000000000000 )',
      ['F( "a b", -5 , - 0.5, NOT_SET , 1000000000000000 )', '"a b"', '-5', '- 0.5', 'NOT_SET', '1000000000000000'],
    ],
  ])('each node of %s knows its place', (text, parts) => {
    expect([...nodes(parse(text))].map(({ offset, length }) => text.slice(offset, offset + length))).toEqual(parts);
  });
});

/** From the loosest to the tightest, as the grammar of the language has them. */
const levels = [
  ['or'],
  ['and'],
  ['|'],
  ['&'],
  ['==', '!='],
  ['>=', '<=', '>', '<'],
  ['+', '-'],
  ['*', '/', '%'],
  ['^'],
] as const;

describe('how tightly operators bind', () => {
  const neighbours = levels
    .slice(1)
    .flatMap((tight, at) => (levels[at] ?? []).flatMap((loose) => tight.map((other) => [loose, other] as const)));

  test.each(neighbours)('%s binds looser than %s', (loose, tight) => {
    expect(shape(parse(`1 ${loose} 2 ${tight} 3`))).toBe(`(${loose} 1 (${tight} 2 3))`);
    expect(shape(parse(`1 ${tight} 2 ${loose} 3`))).toBe(`(${loose} (${tight} 1 2) 3)`);
  });

  const alike = levels.flatMap((level) => level.flatMap((a) => level.map((b) => [a, b] as const)));

  test.each(alike.filter(([a]) => a !== '^'))('%s binds as tightly as %s, from the left', (a, b) => {
    expect(shape(parse(`1 ${a} 2 ${b} 3`))).toBe(`(${b} (${a} 1 2) 3)`);
  });
});

describe('text ⇒ error, with its place', () => {
  test.each([
    ['', 0, 'the expression is empty'],
    ['  ', 2, 'the expression is empty'],
    ['1 +', 3, 'the expression ends where a value'],
    ['1 2', 2, 'found 2 where an operator or the end'],
    ['--1', 1, 'found - where a value'],
    ['-!true', 1, 'found ! where a value'],
    ['true ? 1 : 2 or 3', 13, 'found or where an operator'],
    ['true ? 1', 8, '":" between the two branches'],
    ['(1', 2, '")" to close "("'],
    ['(Flow.x).y', 8, '"." cannot follow a parenthesis'],
    ['Flow', 0, 'neither a function call nor a variable'],
    ['True', 0, '"True" must be written true'],
    ['not_set', 0, '"not_set" must be written NOT_SET'],
    ['not true', 0, 'write !'],
    ['Flow. x', 4, 'must follow the dot directly'],
    ['Flow.1', 0, 'neither a function call nor a variable'],
    ['or.x', 0, 'found or where a value'],
    ['true "or" false', 5, 'found "or" where an operator'],
    ['true.x', 4, 'found . where an operator'],
    ['Flow.a$b', 6, 'found $b where an operator'],
    ['Flow.a$', 6, 'found $ where an operator'],
    ['f$(1)', 0, '"f" is neither a function call nor a variable'],
    ['Flow.$a$b', 7, 'found $b where an operator'],
    ['Flow.$$', 6, 'found $ where an operator'],
    ['Flow.a€', 6, 'the character "€" has no meaning here'],
    ['Flow.×', 5, 'the character "×" has no meaning here'],
    ['Flow.a_ + _b', 10, 'the character "_" has no meaning here'],
    ["'a'", 0, 'strings stand in double quotes'],
    ['1 = 1', 2, 'write == to compare'],
    ['true && false', 6, 'where a value'],
    ['"a', 0, 'no closing "'],
    ['"\\qr"', 1, '"\\q" is not an escape; a string knows'],
    ['1e5', 1, 'found e5'],
    ['F(1,)', 4, 'found ) where a value'],
    ['Flow.x[]', 7, 'found ] where a value'],
    ['(Flow.x)[0]', 8, '"[" cannot follow a parenthesis'],
    ['Flow.x[0', 8, '"]" to close "["'],
    ['F(1', 3, '")" to close the call of F'],
    ['[1]', 0, 'found [ where a value'],
    ['{1}', 0, 'there are no braces; a list is MakeList(…)'],
    ['“a”', 0, 'strings stand in straight double quotes'],
    ['@', 0, 'the character "@" has no meaning here'],
    ['`a`', 0, 'the character "`" has no meaning here'],
    ['😀', 0, 'the character "😀" has no meaning here'],
    [`1 ${'a'.repeat(40)}`, 2, `found ${'a'.repeat(40)} where`],
    [`1 ${'a'.repeat(41)}`, 2, `found ${'a'.repeat(37)}… where`],
  ])('%j at %i: %s', (text, offset, message) => {
    expect(thrownBy(text)).toMatchObject({
      phase: 'syntax',
      offset,
      message: expect.stringContaining(message) as string,
    });
  });
});

describe('an error covers what is wrong', () => {
  test.each([
    ['1 + == 2', 4, 2],
    ['1 +', 3, 0],
    ['1 +  ', 5, 0],
    ['1 foo', 2, 3],
    ["1 + 'a'", 4, 1],
    ['1 + "ab', 4, 3],
    ['"a\\q"', 2, 2],
    ['"a\\', 2, 1],
    ['Flow . x', 5, 1],
    [`${'1'.repeat(32_001)}`, 32_000, 1],
  ])('%s: from %i on, %i characters', (text, offset, length) => {
    expect(thrownBy(text)).toMatchObject({ offset, length });
  });
});

describe('sixty levels are read, one more is refused', () => {
  test.each([
    ['parentheses', '(', '1', ')'],
    ['calls', 'F(', '1', ')'],
    ['indexes', 'F()[', '1', ']'],
    ['negations', '!', 'true', ''],
    ['powers', '2^', '1', ''],
  ])('%s', (_, open, inside, close) => {
    const around = (levels: number): string => open.repeat(levels) + inside + close.repeat(levels);

    expect(thrownBy(around(60))).toBeUndefined();
    expect(thrownBy(around(61))).toMatchObject({ message: 'the expression is nested deeper than 60' });
    // What is closed counts no more.
    expect(thrownBy(`F(1, (2), F()[3], 4 ^ 5, !true, ${around(59)})`)).toBeUndefined();
    expect(thrownBy(`F(1, (2), F()[3], 4 ^ 5, !true, ${around(60)})`)).toBeDefined();
  });

  test('a text of 32,000 characters is read', () => {
    expect(parse(`"${'a'.repeat(31_998)}"`)).toMatchObject({ length: 32_000 });
  });
});

function thrownBy(text: string): ExpressionError | undefined {
  try {
    parse(text);
  } catch (error) {
    if (error instanceof ExpressionError) return error;
  }
  return undefined;
}

/** A tree as nested lists, without places. */
function shape(tree: Tree): string {
  switch (tree.kind) {
    case 'string':
      return JSON.stringify(tree.value);
    case 'notSet':
      return 'NOT_SET';
    case 'outOfRange':
      return tree.text;
    case 'variable':
      return `${tree.scope}.${tree.name}`;
    case 'call':
      return `(${[tree.function, ...tree.arguments.map(shape)].join(' ')})`;
    case 'prefix':
      return `(${tree.operator} ${shape(tree.operand)})`;
    case 'binary':
      return `(${tree.operator} ${shape(tree.left)} ${shape(tree.right)})`;
    case 'conditional':
      return `(? ${shape(tree.condition)} ${shape(tree.yes)} ${shape(tree.no)})`;
    case 'property':
      return `(. ${shape(tree.of)} ${tree.name})`;
    case 'index':
      return `([] ${shape(tree.of)} ${shape(tree.index)})`;
    default:
      return tree.value.toString();
  }
}
