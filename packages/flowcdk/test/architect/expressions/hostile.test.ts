import fc from 'fast-check';
import {
  check,
  evaluateText,
  ExpressionError,
  parse,
  print,
  references,
  type EvaluationResult,
  type Tree,
} from '../../../src/architect/expressions';

describe('a text too long or too deep is refused where it becomes so', () => {
  test.each([
    ['32,001 characters', '1'.repeat(32_001), 32_000, 'at most 32000 are allowed'],
    ['61 parentheses', '('.repeat(61) + '1' + ')'.repeat(61), 61, 'nested deeper than 60'],
    ['31,000 parentheses', '('.repeat(31_000), 61, 'nested deeper than 60'],
    ['3,000 calls', 'Trim('.repeat(3_000), 305, 'nested deeper than 60'],
    ['20,000 times !', `${'!'.repeat(20_000)}true`, 60, 'nested deeper than 60'],
    ['100 powers', `1${'^1'.repeat(100)}`, 122, 'nested deeper than 60'],
    ['31,000 digits', '1'.repeat(31_000), 0, 'is larger than 999999999999999'],
  ])('%s', (_, text, offset, message) => {
    expect(errorOf(evaluateText(text))).toMatchObject({ offset, message: expect.stringContaining(message) as string });
  });
});

describe('long chains run', () => {
  test.each([
    ['10,000 additions', `1${'+1'.repeat(10_000)}`, '10001'],
    ['15,999 subtractions', `1${'-1'.repeat(15_999)}`, '-15998'],
    ['4,500 conditions', `true${' and true'.repeat(3_500)}`, 'true'],
    ['3,000 conditionals', `true${'?true:true'.repeat(3_000)}`, 'true'],
    ['60 parentheses', '('.repeat(60) + '1' + ')'.repeat(60), '1'],
    ['60 calls', `${'ToString('.repeat(60)}1${')'.repeat(60)}`, '1'],
    ['a string of 31,990 characters', `Length("${'a'.repeat(31_980)}")`, '31980'],
  ])('%s', (_, text, value) => {
    expect(evaluateText(text)).toMatchObject({ value });
  });

  test('and are checked, printed and searched', () => {
    const tree = parse(`Flow.a${'+Flow.a'.repeat(4_000)}`);

    expect(check(tree).problems).toEqual([]);
    expect(references(tree)).toEqual(['Flow.a']);
    expect(references(parse(print(tree)))).toEqual(['Flow.a']);
  });

  test.each([
    ['properties', `JsonParse("{}")${'.a'.repeat(10_000)}`, 'no property "a"'],
    ['indexes', `JsonParse("[]")${'[0]'.repeat(10_000)}`, 'has 0 items'],
  ])('10,000 %s', (_, text, message) => {
    expect(errorOf(evaluateText(text))).toMatchObject({ message: expect.stringContaining(message) as string });
  });
});

describe('results are bounded', () => {
  test.each([
    ['9^9^9^9', 'at most 40 digits'],
    ['2 ^ 999999999999999', 'at most 40 digits'],
    [`${'Replace('.repeat(20)}"aaaaaaaaaa"${',"a","aaaaaaaaaa")'.repeat(20)}`, 'at most 1000000 are allowed'],
    ['MakeDuration(999999999999999, 999999999999999, 0, 0)', 'outside the range of Duration'],
    ['ToString(1.5, 999999999)', 'must be from 0 to 40'],
    ['ToAudioBlank(999999999999999)', 'must be from 0 to'],
    [`JsonParse("${'['.repeat(10_000)}")`, 'nested deeper than 100'],
    [`ToPhoneNumber("+${'1'.repeat(30_000)}").e164`, 'at most 1000 are allowed'],
    [`ToPhoneNumber("sip:${'a'.repeat(997)}")`, 'has 1001 characters, at most 1000 are allowed'],
  ])('%s', (text, message) => {
    expect(errorOf(evaluateText(text))).toMatchObject({
      phase: 'evaluate',
      message: expect.stringContaining(message) as string,
    });
  });
});

describe('a text reaches a million characters, a collection a hundred thousand items', () => {
  const half = 'a'.repeat(500_000);
  const items = (many: number): readonly number[] => Array.from({ length: many }, () => 1);
  const texts = (many: number): string => Array.from({ length: many }, () => '1').join(',');

  test.each([
    ['a phone number of a thousand', `sip:${'a'.repeat(996)}`, 'Length(ToPhoneNumber(Flow.x).raw)', '1000'],
    ['two joined texts', half, 'Length(Flow.x + Flow.x)', '1000000'],
    ['replaced letters', half, 'Length(Replace(Flow.x, "a", "bb"))', '1000000'],
    ['an added item', items(99_999), 'Count(AddItem(Flow.x, 1))', '100000'],
    ['the parts of a text', texts(100_000), 'Count(Split(Flow.x, ","))', '100000'],
    ['the characters of a text', 'a'.repeat(100_000), 'Count(Split(Flow.x, ""))', '100000'],
  ])('%s', (_, held, text, value) => {
    expect(evaluateText(text, { 'Flow.x': held })).toMatchObject({ value });
  });

  test.each([
    ['two joined texts', half, 'Flow.x + Flow.x + "a"', 'the text would have 1000001 characters'],
    ['replaced letters', `${half}a`, 'Replace(Flow.x, "a", "bbb")', 'the text would have 1500003 characters'],
    ['an added item', items(100_000), 'AddItem(Flow.x, 1)', 'a collection has at most 100000 items'],
    ['the parts of a text', texts(100_001), 'Split(Flow.x, ",")', 'the text has 100001 parts'],
    ['the characters of a text', 'a'.repeat(100_001), 'Split(Flow.x, "")', 'the text has 100001 parts'],
  ])('%s beyond it are refused', (_, held, text, message) => {
    expect(errorOf(evaluateText(text, { 'Flow.x': held }))).toMatchObject({
      phase: 'evaluate',
      message: expect.stringContaining(message) as string,
    });
  });
});

describe('whatever is typed', () => {
  const seed = { seed: 20_240_601, numRuns: 500 };

  test('random text never fails with anything but an error that has a place', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...pieces), maxLength: 60 }), (text) => {
        const error = errorOf(evaluateText(text, { 'Flow.x': 'INTEGER:3', 'Flow.l': 'STRING_COLLECTION:["a"]' }));
        if (error === undefined) return true;
        return error.offset >= 0 && error.offset <= text.length && error.offset + error.length <= text.length;
      }),
      { ...seed, numRuns: 3000 },
    );
  });

  test('what is printed reads back to the same tree', () => {
    fc.assert(
      fc.property(trees, (text) => {
        const tree = parse(text);
        expect(withoutPlaces(parse(print(tree)))).toEqual(withoutPlaces(tree));
      }),
      seed,
    );
  });

  test('what is printed stays as it is when printed again', () => {
    fc.assert(
      fc.property(trees, (text) => print(parse(print(parse(text)))) === print(parse(text))),
      seed,
    );
  });

  test('no parenthesis that is printed can be left out', () => {
    fc.assert(
      fc.property(trees, (text) => {
        const printed = print(parse(text));
        return withoutOnePair(printed).every((shorter) => !readsTo(shorter, parse(printed)));
      }),
      { ...seed, numRuns: 150 },
    );
  });
});

const pieces = [
  '1',
  '2.5',
  '"a"',
  'true',
  'NOT_SET',
  'Flow.x',
  'Flow.l',
  '+',
  '-',
  '*',
  '/',
  '^',
  '%',
  '==',
  '<',
  '!',
  '~',
  '&',
  '|',
].concat([
  ' ',
  '(',
  ')',
  ',',
  '[',
  ']',
  '.',
  '?',
  ':',
  ' and ',
  ' or ',
  'Length(',
  'MakeList(',
  'If(',
  'ToString(',
  '\\',
  'é',
  '\n',
]);

const binary = fc.constantFrom('or', 'and', '|', '&', '==', '!=', '>=', '<', '+', '-', '*', '%', '^');

/** Texts of expressions with every kind of node, their operands in parentheses. */
const { trees } = fc.letrec<{ trees: string }>((tie) => ({
  trees: fc.oneof(
    { maxDepth: 5, depthIdentifier: 'expression' },
    fc.constantFrom('1', '-2', '2.5', '-0.5', '"a\\n\\"b"', 'true', 'NOT_SET', 'Flow.x', 'Flow."my var"', 'F()'),
    fc.tuple(tie('trees'), binary, tie('trees')).map(([a, operator, b]) => `(${a}) ${operator} (${b})`),
    fc.tuple(tie('trees'), tie('trees'), tie('trees')).map(([a, b, c]) => `(${a}) ? (${b}) : (${c})`),
    fc.tuple(fc.constantFrom('!', '~', '-'), tie('trees')).map(([operator, a]) => `${operator}(${a})`),
    fc.tuple(tie('trees'), tie('trees')).map(([a, b]) => `F(${a}, ${b})`),
    tie('trees').map((a) => `F(${a}).p."q r"`),
    fc.tuple(tie('trees'), tie('trees')).map(([a, b]) => `F(${a})[${b}]`),
  ),
}));

function errorOf(result: EvaluationResult) {
  return 'error' in result ? result.error : undefined;
}

function withoutPlaces(tree: Tree): unknown {
  return JSON.parse(
    JSON.stringify(tree, (key, value: unknown) => (key === 'offset' || key === 'length' ? undefined : value)),
  );
}

function readsTo(text: string, tree: Tree): boolean {
  try {
    return JSON.stringify(withoutPlaces(parse(text))) === JSON.stringify(withoutPlaces(tree));
  } catch (error) {
    if (error instanceof ExpressionError) return false;
    throw error;
  }
}

/** The text with one pair of grouping parentheses taken away; strings in these trees have none. */
function withoutOnePair(text: string): readonly string[] {
  const shorter: string[] = [];
  const open: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '(') open.push(at);
    if (text[at] !== ')') continue;
    const start = open.pop() ?? 0;
    if (text[start - 1] === 'F') continue;
    shorter.push(`${text.slice(0, start)} ${text.slice(start + 1, at)} ${text.slice(at + 1)}`);
  }
  return shorter;
}
