import fc from 'fast-check';
import { mapping, scalar, sequence, type YamlNode } from '../../../src/architect/yaml/node';

/** Pieces that mean something to some reader of YAML, to be put together into strings nobody would write. */
const NASTY_PIECES = [
  ...['yes', 'no', 'on', 'Off', 'y', 'N', 'null', '~', 'true', '=', '<<', '---', '...', '.inf', '.nan'],
  ...['0', '1', '9', '.', '-', '+', 'e', 'x', '0x', '0b', '_', '2024-01-31', 'T', '12:30'],
  ...[
    ':',
    ' ',
    '#',
    '\t',
    '\n',
    '\r',
    '"',
    "'",
    '\\',
    '{',
    '}',
    '[',
    ']',
    ',',
    '&',
    '*',
    '!',
    '|',
    '>',
    '%',
    '@',
    '`',
    '?',
  ],
  ...[
    'a',
    'Flow.x',
    '{{x}}',
    'é',
    '😀',
    '\u2028',
    '\ufeff',
    '\u00a0',
    '\u0085',
    '\0',
    '\x7f',
    '\ufffe',
    '\ud800',
    '\udc00',
  ],
];

const nastyString = fc.oneof(
  fc.array(fc.constantFrom(...NASTY_PIECES), { maxLength: 5 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 12 }),
);

/** A tree of values that JSON could hold, and of infinite and undefined numbers. */
export const anyTree: fc.Arbitrary<YamlNode> = fc.letrec<{ node: YamlNode }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4 },
    fc.oneof(nastyString, nastyString, fc.double(), fc.integer(), fc.boolean(), fc.constant(null)).map(scalar),
    fc.array(tie('node'), { maxLength: 4 }).map(sequence),
    fc.uniqueArray(fc.tuple(nastyString, tie('node')), { maxLength: 4, selector: ([key]) => key }).map(mapping),
  ),
})).node;

const YAML_PIECES = [
  ...['a', 'b', 'key', '1', 'yes', '~', '1.0', '0x1F', 'k: v\n', '- x\n', 'k2: |\n  q\n'],
  ...[': ', ':', '- ', '-', '? ', '\n', '\n  ', '\n    ', '  ', ' ', '\t', '\r\n', '\ufeff', '#', ' # c'],
  ...['"', "'", '"x"', "'y'", '[', ']', '{', '}', ', ', '|', '|-', '>', '\n  text', '\\', '---', '...', '%TAG', '@'],
  ...['&a ', '*a', '&b ', '*b ', '!!str ', '!!int ', '!!map', '!x ', '{{x}}', '<<: '],
];

/** Texts that look like YAML and sometimes are. */
export const yamlLikeText: fc.Arbitrary<string> = fc
  .array(fc.constantFrom(...YAML_PIECES), { maxLength: 24 })
  .map((pieces) => pieces.join(''));

/** A text in which some pieces were cut out and others put in. */
export function edited(text: string): fc.Arbitrary<string> {
  const edit = fc.tuple(fc.nat(text.length), fc.nat(4), fc.constantFrom('', ...YAML_PIECES));
  return fc
    .array(edit, { minLength: 1, maxLength: 4 })
    .map((edits) => edits.reduce((now, [at, cut, piece]) => now.slice(0, at) + piece + now.slice(at + cut), text));
}
