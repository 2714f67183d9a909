import { pretty } from '../../../src/check/reporters/pretty';
import type { Style } from '../../../src/check/reporters';
import type { Finding } from '../../../src/ground/finding';

const plain: Style = { strong: String, quiet: String, bad: String, warn: String, good: String };
const marked: Style = {
  strong: (text) => `<b>${text}</b>`,
  quiet: (text) => `<q>${text}</q>`,
  bad: (text) => `<bad>${text}</bad>`,
  warn: (text) => `<warn>${text}</warn>`,
  good: (text) => `<good>${text}</good>`,
};

const finding = (fields: Partial<Finding> = {}): Finding => ({
  rule: 'rule',
  severity: 'error',
  message: 'wrong',
  ...fields,
});

const report = (findings: readonly Finding[], { files = 1, most }: { files?: number; most?: number } = {}) =>
  ({ findings, files, rules: [], version: '1', folder: '/project', ...(most === undefined ? {} : { most }) }) as never;

const shown = (findings: readonly Finding[], style = plain, options?: { files?: number; most?: number }): string =>
  pretty(report(findings, options), style);

const at = (line: number, column = 1, file = 'a.yaml') => ({ file, line, column });

test('findings stand under their file, in the order of the files', () => {
  const text = shown([
    finding({ at: at(1), message: 'one' }),
    finding({ message: 'no file' }),
    finding({ at: at(2), message: 'two', severity: 'warning' }),
    finding({ at: at(3, 1, 'b.yaml'), message: 'three' }),
  ]);
  expect(text.split('\n')).toEqual([
    'a.yaml',
    '  1:1     error  one  rule',
    '  2:1     warning  two  rule',
    '',
    'the application',
    '          error  no file  rule',
    '',
    'b.yaml',
    '  3:1     error  three  rule',
    '',
    '3 errors, 1 warning in 2 of 2 files',
  ]);
});

test('a finding has its path, its line of TypeScript, its text and its help', () => {
  const text = shown([
    finding({
      at: at(1234, 567),
      path: 'flow / Ask',
      definedAt: { file: '/project/src/flow.ts', line: 7, column: 3 },
      excerpt: { text: '  exp: Flow.x', column: 8, length: 6 },
      help: 'Mend it.',
    }),
  ]);
  expect(text.split('\n').slice(1, 7)).toEqual([
    '  1234:567  error  wrong  rule',
    '            flow / Ask',
    '            src/flow.ts:7:3',
    '            │ exp: Flow.x',
    '            │      ^^^^^^',
    '            Mend it.',
  ]);
});

test('colours say how bad it is', () => {
  const excerpt = { text: 'x', column: 1, length: 1 };
  const text = shown([finding({ excerpt }), finding({ excerpt, severity: 'warning' })], marked);
  expect(text.split('\n')).toEqual([
    '<b>the application</b>',
    '          <bad>error</bad>  wrong  <q>rule</q>',
    '          <q>│</q> x',
    '          <q>│</q> <bad>^</bad>',
    '          <warn>warning</warn>  wrong  <q>rule</q>',
    '          <q>│</q> x',
    '          <q>│</q> <warn>^</warn>',
    '',
    '<bad>1 error</bad>, <warn>1 warning</warn> in 0 of 1 file',
  ]);
});

describe('the text of a finding', () => {
  /** The two lines of the text. */
  function lines(text: string, column: number, length: number): readonly string[] {
    const all = shown([finding({ excerpt: { text, column, length } })]).split('\n');
    return all.slice(2, -2).map((line) => line.trimStart());
  }

  test.each<[what: string, text: string, column: number, length: number, shown: string, caret: string]>([
    ['begins where the line has its first word', '    a: b', 8, 1, 'a: b', '   ^'],
    ['shows blanks that are the culprit', '    a', 2, 2, '   a', '^^'],
    ['has at least one mark', 'a', 2, 0, 'a', ' ^'],
    ['marks no more than there is', 'ab', 1, 9, 'ab', '^^'],
    ['counts characters as a terminal does', '😀: 😀x', 5, 2, '😀: 😀x', '   ^'],
    ['has a tab as a blank', 'a\tb', 3, 1, 'a b', '  ^'],
  ])('%s', (_, text, column, length, line, caret) =>
    expect(lines(text, column, length)).toEqual([`│ ${line}`, `│ ${caret}`]),
  );

  test('is left out where it is blank', () => expect(lines('   ', 1, 1)).toEqual([]));

  const text = (length: number): string => Array.from({ length }, (_, i) => 'abcdefghij'[i % 10]).join('');

  test('of a hundred characters is shown as a whole', () =>
    expect(lines(text(100), 100, 1)).toEqual([`│ ${text(100)}`, `│ ${' '.repeat(99)}^`]));

  test.each([
    [1, 0, '', '…'],
    [41, 0, '', '…'],
    [42, 1, '…', '…'],
    [142, 101, '…', ''],
    [141, 100, '…', ''],
    [140, 99, '…', '…'],
  ])('that is longer is cut, culprit in column %d', (column, from, lead, tail) =>
    expect(lines(text(200), column, 3)).toEqual([
      `│ ${lead}${text(200).slice(from, from + 100)}${tail}`,
      `│ ${' '.repeat(lead.length + column - 1 - from)}^^^`,
    ]),
  );

  test('marks a long culprit as far as it is shown', () =>
    expect(lines(text(200), 91, 90)[1]).toBe(`│ ${' '.repeat(41)}${'^'.repeat(60)}`));
});

test('nothing of a finding does harm to a terminal', () => {
  const text = shown([finding({ message: '\u001b[2J', path: '\u202e', help: '\u2028' })]);
  expect(text).toContain('\\u001b[2J');
  expect(text).toContain('\\u202e');
  expect(text).toContain('\\u2028');
});

test('many findings of one rule are shown as their number', () => {
  const many = Array.from({ length: 5 }, (_, i) => finding({ at: at(i + 1) }));
  const text = shown(many, marked, { most: 2 });
  expect(text).toContain('          <bad>error</bad>  and 3 more of this rule  <q>rule</q>');
  expect(text).toContain('<bad>5 errors</bad> in 1 of 1 file');
  const warnings = shown(
    many.map((each) => ({ ...each, severity: 'warning' })),
    marked,
    { most: 2 },
  );
  expect(warnings).toContain('<warn>warning</warn>  and 3 more');
});

test.each<[what: string, findings: readonly Finding[], files: number, summary: string]>([
  ['nothing in one file', [], 1, '<good>nothing found in 1 file</good>'],
  ['nothing in no file', [], 0, '<good>nothing found in 0 files</good>'],
  ['one error', [finding({ at: at(1) })], 3, '<bad>1 error</bad> in 1 of 3 files'],
  [
    'warnings only',
    [finding({ severity: 'warning' }), finding({ severity: 'warning' })],
    2,
    '<warn>2 warnings</warn> in 0 of 2 files',
  ],
  [
    'more files than there are',
    [finding({ at: at(1) }), finding({ at: at(1, 1, 'b') })],
    1,
    '<bad>2 errors</bad> in 2 of 2 files',
  ],
])('the last line: %s', (_, findings, files, summary) =>
  expect(shown(findings, marked, { files }).split('\n').at(-1)).toBe(summary),
);
