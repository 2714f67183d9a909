import { YAMLException } from 'js-yaml';
import { MAX_DEPTH } from './limits';
import { placeholderOnLine } from './placeholder';
import { type PlacedProblem } from './problem';
import { lineEnd } from './source-scan';

/** js-yaml's messages, with words for the author of the text. The first fitting row counts. */
const PLAIN_WORDS: readonly (readonly [fault: RegExp, words: string])[] = [
  [/^tab characters/, 'A tab stands where the indentation is. YAML is indented with spaces only; replace the tab.'],
  [
    /^bad indentation of a mapping entry/,
    'This does not fit what stands before it. Either the indentation differs from that of its neighbours, ' +
      'or the value before it needs double quotes (it has a ": ", a quote or a bracket in it).',
  ],
  [
    /^bad indentation of a sequence entry/,
    'This does not fit into the list. Start each item with "- " and give all items of a list the same indentation.',
  ],
  [
    /^deficient indentation/,
    'This line has to be indented further than the key it belongs to, or a quote or bracket before it is never closed.',
  ],
  [
    /^can not read a block mapping entry/,
    'A key has to stand on one line and to be followed by ": ". Indent this line further if it continues a value.',
  ],
  [/^expected ':' after a mapping key/, 'A ":" is missing after this key.'],
  [/^a whitespace character is expected after/, 'A space is missing after the ":" that follows this key.'],
  [
    /^end of the stream or a document separator/,
    'The text should end here. Check the indentation of this line, and quotes or brackets that were closed too early.',
  ],
  [/^unexpected end of the \w+ within a (single|double) quoted/, 'A quote is opened here or before and never closed.'],
  [/^unexpected end of the stream within a flow collection/, 'A "[" or "{" is opened and never closed.'],
  [
    /^(missed comma|expected the node content, but found ',')/,
    'A comma is missing or stands twice in this "[…]" or "{…}".',
  ],
  [
    /^unknown escape sequence/,
    'A "\\" in double quotes has to be followed by a known letter (\\n, \\t, \\", \\\\). For the "\\" itself write "\\\\".',
  ],
  [
    /^expected hexadecimal/,
    'A "\\x", "\\u" or "\\U" in double quotes has to be followed by 2, 4 or 8 digits of 0-9 and a-f.',
  ],
  [
    /non-printable|valid JSON character|null byte/,
    'An invisible control character stands here. Remove it, or write it as "\\uXXXX" in double quotes.',
  ],
  [/^nesting exceeded/, `The text is nested deeper than ${MAX_DEPTH} levels.`],
  [
    /block scalar|chomping|indentation width|^a line break is expected/,
    'After "|" or ">" only "-", "+", one digit of 1-9 and a comment may follow; the text begins on the next line.',
  ],
  [
    /^unknown \w+ tag|^cannot resolve a node|tag/,
    'A "!" at the start of a value names a type, and this type is not known here or does not fit the value. Remove it, or put the value in double quotes.',
  ],
  [
    /anchor|alias/,
    'A "&" or "*" at the start of a value has a special meaning in YAML. Put the value in double quotes if the sign belongs to it.',
  ],
  [
    /directive|YAML version/,
    'A "%" at the start of a line has a special meaning in YAML. Put the value in double quotes, or remove the line.',
  ],
];

/** An error of js-yaml as a problem in plain words, with its place. */
export function syntaxProblem(source: string, error: unknown): PlacedProblem {
  const reason = error instanceof YAMLException ? error.reason : '';
  const position = error instanceof YAMLException ? (error.mark?.position ?? 0) : 0;
  const offset = Math.min(Math.max(position, 0), source.length);
  const placeholder = placeholderOnLine(source, offset);
  if (placeholder !== undefined) return placeholder;
  const words = wordsForCharacter(source.charAt(offset)) ?? PLAIN_WORDS.find(([fault]) => fault.test(reason))?.[1];
  return {
    message: words ?? 'This is not YAML. Check the indentation, quotes and brackets of this line and the one before.',
    offset,
    length: Math.max(lineEnd(source, offset) - offset, offset < source.length ? 1 : 0),
  };
}

/**
 * The words for a character that cannot start a value. js-yaml stops before such a value and blames the indentation.
 */
function wordsForCharacter(character: string): string | undefined {
  if (!['%', '@', '`'].includes(character)) return undefined;
  return `A value cannot begin with "${character}" in YAML. Put it in double quotes.`;
}
