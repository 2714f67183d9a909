import fc from 'fast-check';
import { load } from 'js-yaml';
import { findComments } from '../../src/architect/yaml/comments';
import { formatText } from '../../src/format/format-text';
import { edited } from '../architect/yaml/generators';
import { formatted } from './formatted';
import { meaning } from './meaning';
import { runs } from '../private/thorough';

/** The same texts on every machine, every day. */
const RUNS = { seed: 20_240_131, numRuns: runs(40, 200) };

/** A bit of everything: comments, quotes, blocks, brackets, placeholders, what is unknown, keys out of order. */
const FLOW = [
  '# head',
  'workflow:',
  '  # about the name',
  '  name: A # trailing',
  '  startUpRef: "./states/state[a]"',
  '',
  '  unknownKey: [1, {a: b}] # u',
  '  states:',
  '    # first',
  '    - state:',
  '        # inside',
  '        name: S',
  '        refId: a',
  '        actions:',
  '          - decision: # d',
  "              name: {{x}} and '{{y}}'",
  '              condition:',
  '                exp: ( Flow.a+1 )>2 # why',
  '              outputs:',
  '                yes: # y',
  '                  actions:',
  '                    - endWorkflow:',
  '                        exitReason: { noValue: true } # r',
  '                  # end of yes',
  '                no: {actions: []}',
  '              # end of decision',
  '          - unknownAction: {actions: [{wait: {duration: {lit: {seconds: 1}}, name: W}}]}',
  '    # end of states',
  '  variables:',
  '  - stringVariable:',
  "      initialValue: {lit: '{{q}}'}",
  '      name: Flow.a # n',
  '  # after',
  '  description: |',
  '    two',
  '      lines # no comment',
  '# tail',
  '',
].join('\n');

const commentsIn = (text: string): string[] =>
  findComments(text)
    .map((comment) => comment.text)
    .sort();

test('whatever is done to a file, it is formatted without losing anything, or refused', () => {
  fc.assert(
    fc.property(edited(FLOW), (text) => {
      const { text: once, findings } = formatText(text, 'flow.yaml');

      if (once === undefined) {
        expect(findings.map(({ rule }) => rule)).not.toContain('cannot-keep');
        expect(findings).not.toEqual([]);
        return;
      }
      expect(meaning(once)).toEqual(meaning(text));
      expect(commentsIn(once)).toEqual(commentsIn(text));
      expect(formatted(once)).toBe(once);
    }),
    { ...RUNS, numRuns: runs(150, 1_000) },
  );
});

test('comments may stand anywhere', () => {
  // In the lines below `|` a # would be text.
  const lines = FLOW.replace(/ {2}description: \|\n.*\n.*\n/, '')
    .split('\n')
    .filter((line) => line !== '');
  const comment = fc.tuple(fc.nat(lines.length - 1), fc.option(fc.nat(16), { nil: undefined }));
  fc.assert(
    fc.property(fc.array(comment, { minLength: 1, maxLength: 6 }), (comments) => {
      const written = [...lines];
      for (const [i, [at, column]] of comments.entries()) {
        // Behind the line, or on a line of its own that is indented somehow.
        written[at] = column === undefined ? `${written[at]} #${i}` : `${' '.repeat(column)}#${i}\n${written[at]}`;
      }
      const text = written.join('\n');
      const once = formatted(text);

      expect(meaning(once)).toEqual(meaning(text));
      expect(commentsIn(once)).toEqual(commentsIn(text));
      expect(formatted(once)).toBe(once);
    }),
    RUNS,
  );
});

test('known keys may stand in any order: the text that comes out is one', () => {
  const keys = ['name: A', 'description: B', 'division: C', 'startUpRef: D', 'defaultLanguage: en-us', 'variables: []'];
  const inOrder = formatted(['workflow:', ...keys.map((key) => `  ${key}`)].join('\n'));
  fc.assert(
    fc.property(fc.shuffledSubarray(keys, { minLength: keys.length }), (shuffled) => {
      expect(formatted(['workflow:', ...shuffled.map((key) => `  ${key}`)].join('\n'))).toBe(inOrder);
    }),
    RUNS,
  );
});

describe('replacing the placeholders before or after formatting gives the same', () => {
  const places = [
    'name: {{x}}',
    "name: '{{x}}'",
    'name: "{{x}}"',
    'name: Queue {{x}}',
    'name: {{x}} queue {{x}}',
    "name: 'it''s {{x}}'",
    'name: "\\t{{x}}"',
    'name: |-\n    {{x}} \\ "',
    'name: >\n    {{x}}\n    b',
    'name: a\n    {{x}}',
    '{{x}}: a',
    '"{{x}}": a',
    "'{{x}}': a",
    'unknown:\n    exp: ToAudioTTS("{{x}}")',
    'unknown: {exp: \'"{{x}}"\'}',
  ];
  const pieces = [
    'a',
    '1',
    '.',
    '0',
    ' ',
    '"',
    "'",
    '\\',
    '\\n',
    ':',
    '#',
    '-',
    '[',
    ']',
    '{',
    '}',
    'yes',
    'null',
    'é',
    '&',
    '!',
  ];
  const value = fc.array(fc.constantFrom(...pieces), { maxLength: 4 }).map((parts) => parts.join(''));

  test.each(['unknown: {lit: {{x}}}', 'unknown: [a, {b: {{x}}}]'])('%s, where brackets allow it', (place) => {
    const text = `workflow:\n  ${place}\n`;
    const once = formatted(text);
    fc.assert(
      fc.property(value, (x) => {
        const before = dataOf(text.replaceAll('{{x}}', () => x));
        fc.pre(before !== 'refused');
        expect(dataOf(once.replaceAll('{{x}}', () => x))).toEqual(before);
      }),
      RUNS,
    );
  });

  test.each(places)('%s', (place) => {
    const text = `workflow:\n  ${place}\n`;
    const once = formatted(text);
    fc.assert(
      fc.property(value, (x) => {
        expect(dataOf(once.replaceAll('{{x}}', () => x))).toEqual(dataOf(text.replaceAll('{{x}}', () => x)));
      }),
      RUNS,
    );
  });
});

function dataOf(text: string): unknown {
  try {
    return load(text);
  } catch {
    return 'refused';
  }
}
