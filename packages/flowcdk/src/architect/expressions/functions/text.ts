import { asking, func, newer, newerFunc, overload, param, type FunctionDeclaration } from '../declaration';
import { Failure } from '../expression-error';
import { checkLength, joined, textOf } from '../format-value';
import { MAX_LIST_LENGTH } from '../limits';
import { compareTexts } from '../order';
import { appendAudio } from './audio-parts';

const findString = func('FindString', 'text', 'Place of a text in another, from 0; -1 if it is not there.', [
  overload([param('stringToSearch', 'string'), param('textToFind', 'string')], 'integer', (text, sought) =>
    text.indexOf(sought),
  ),
  overload(
    [param('stringToSearch', 'string'), param('textToFind', 'string'), param('ignoreCase', 'boolean')],
    'integer',
    (text, sought, ignoreCase) => find(text, sought, 1, ignoreCase),
  ),
  overload(
    [param('stringToSearch', 'string'), param('textToFind', 'string'), param('occurrenceNumber', 'integer')],
    'integer',
    (text, sought, occurrence) => find(text, sought, occurrence, false),
  ),
  overload(
    [
      param('stringToSearch', 'string'),
      param('textToFind', 'string'),
      param('occurrenceNumber', 'integer'),
      param('ignoreCase', 'boolean'),
    ],
    'integer',
    find,
  ),
]);

const append = func('Append', 'text', 'Joins texts, or audio and prompts; NOT_SET counts as empty.', [
  overload([param('initialText?', 'string'), param('textToAppend?...', 'string')], 'string', (...all) =>
    joined(all, ''),
  ),
  overload(
    [param('initialAudioOrPrompt?', 'audioOrPrompt'), param('audioOrPromptToAppend?...', 'audioOrPrompt')],
    'audio',
    (...all) => appendAudio(all),
  ),
]);

const left = func('Left', 'text', 'The first characters of a text.', [
  overload([param('srcString', 'string'), param('length', 'integer')], 'string', (text, length) =>
    text.slice(0, count(length)),
  ),
]);

const right = func('Right', 'text', 'The last characters of a text.', [
  overload([param('srcString', 'string'), param('length', 'integer')], 'string', (text, length) =>
    text.slice(Math.max(0, text.length - count(length))),
  ),
]);

const length = func('Length', 'text', 'Number of characters.', [
  overload([param('text', 'string')], 'integer', (text) => text.length),
]);

const lower = func('Lower', 'text', 'The text in lower case, the same in every language.', [
  overload([param('text', 'string')], 'string', (text) => text.toLowerCase()),
]);

const upper = func('Upper', 'text', 'The text in upper case, the same in every language.', [
  overload([param('text', 'string')], 'string', (text) => text.toUpperCase()),
]);

const ltrim = func('LTrim', 'text', 'The text without blanks (space, tab, line ends) at its beginning.', [
  overload([param('value', 'string')], 'string', (text) => text.slice(firstInk(text))),
]);

const rtrim = func('RTrim', 'text', 'The text without blanks (space, tab, line ends) at its end.', [
  overload([param('stringToTrim', 'string')], 'string', (text) => text.slice(0, afterLastInk(text))),
]);

const trim = func('Trim', 'text', 'The text without blanks (space, tab, line ends) at both ends.', [
  overload([param('stringToTrim', 'string')], 'string', (text) => text.slice(firstInk(text), afterLastInk(text))),
]);

const replace = func('Replace', 'text', 'Every occurrence replaced, case-sensitive; an empty search changes nothing.', [
  overload(
    [param('text', 'string'), param('findString', 'string'), param('replacementString?', 'string')],
    'string',
    (text, sought, replacement) => {
      if (sought === '') return text;
      const by = replacement ?? '';
      if (by.length > sought.length) checkLength(text.length + occurrences(text, sought) * (by.length - sought.length));
      return text.replaceAll(sought, () => by);
    },
  ),
]);

const reverse = func('Reverse', 'text', 'The characters in reverse order.', [
  overload([param('text', 'string')], 'string', (text) => Array.from(text).reverse().join('')),
]);

const substring = func('Substring', 'text', 'A part of a text from a start, counted from 0; cut to what is there.', [
  overload(
    [param('text', 'string'), param('start', 'integer'), param('length', 'integer')],
    'string',
    (text, start, many) => {
      if (start < 0) throw new Failure(`the start is ${start}, it must not be negative`);
      return text.slice(start, start + count(many));
    },
  ),
]);

const contains = func('Contains', 'text', 'Whether a text is in another; an empty one always is.', [
  overload([param('stringToSearch', 'string'), param('textToFind', 'string')], 'boolean', (text, sought) =>
    text.includes(sought),
  ),
  overload(
    [param('stringToSearch', 'string'), param('textToFind', 'string'), param('ignoreCase', 'boolean')],
    'boolean',
    (text, sought, ignoreCase) => find(text, sought, 1, ignoreCase) >= 0,
  ),
]);

const compare = func('Compare', 'text', '-1, 0 or 1 for before, same, after in a dictionary; NOT_SET comes first.', [
  overload([param('stringToCompare?', 'string'), param('stringToCompareTo?', 'string')], 'integer', (a, b) =>
    order(a, b, false),
  ),
  overload(
    [param('stringToCompare?', 'string'), param('stringToCompareTo?', 'string'), param('ignoreCase', 'boolean')],
    'integer',
    order,
  ),
]);

const split = func(
  'Split',
  'text',
  'The parts between delimiters, empty ones too; an empty delimiter gives characters.',
  [
    overload([param('textToSplit', 'string'), param('delimiter', 'string')], 'string[]', (text, delimiter) => {
      const many = delimiter === '' ? text.length : occurrences(text, delimiter) + 1;
      if (many > MAX_LIST_LENGTH)
        throw new Failure(`the text has ${many} parts, at most ${MAX_LIST_LENGTH} are allowed`);
      if (text === '') return [''];
      return delimiter === '' ? Array.from(text) : text.split(delimiter);
    }),
  ],
);

const detectLanguage = func('DetectLanguage', 'text', 'Code of the language a text is in, or the default.', [
  asking(
    [param('stringToSearch?', 'string'), param('defaultString?', 'string')],
    'string',
    ({ org }, text, otherwise) =>
      text === null || text.trim() === '' ? otherwise : (org.detectLanguage(text) ?? otherwise),
  ),
]);

const toDisplayString = newerFunc('ToDisplayString', 'text', 'The text a person reads; a collection joined by ", ".', [
  overload([param('value?', 'any')], 'string', (value) => textOf(value)),
  newer(overload([param('values', 'any[]')], 'string', (values) => joined(values, ', '))),
]);

export const text: readonly FunctionDeclaration[] = [
  findString,
  append,
  left,
  length,
  lower,
  ltrim,
  replace,
  reverse,
  right,
  rtrim,
  substring,
  trim,
  upper,
  contains,
  compare,
  split,
  detectLanguage,
  toDisplayString,
];

/** A number of characters. A negative number counts as 0 (assumed). */
function count(count: number): number {
  return Math.max(0, count);
}

/**
 * The place of the n-th occurrence, where n starts at 1. Occurrences may overlap (assumed). An empty text occurs at 0.
 */
function find(text: string, sought: string, occurrence: number, ignoreCase: boolean): number {
  if (occurrence < 1) return -1;
  const [inText, what] = ignoreCase ? [folded(text), folded(sought)] : [text, sought];
  if (what === '') return 0;
  let at = inText.indexOf(what);
  for (let matches = 1; matches < occurrence && at >= 0; matches += 1) at = inText.indexOf(what, at + 1);
  return at;
}

/** Lower case with every character at its place. A few letters become longer in lower case; they stay as they are. */
function folded(text: string): string {
  const lowered = text.toLowerCase();
  if (lowered.length === text.length) return lowered;
  return Array.from(text, (character) => {
    const folded = character.toLowerCase();
    return folded.length === character.length ? folded : character;
  }).join('');
}

function occurrences(text: string, sought: string): number {
  let many = 0;
  for (let at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + sought.length)) many += 1;
  return many;
}

function order(a: string | null, b: string | null, ignoreCase: boolean): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? -1 : 1;
  return compareTexts(a, b, ignoreCase);
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9 || code === 13 || code === 10;
}

function firstInk(text: string): number {
  let at = 0;
  while (isBlank(text.charCodeAt(at))) at += 1;
  return at;
}

function afterLastInk(text: string): number {
  let end = text.length;
  while (isBlank(text.charCodeAt(end - 1))) end -= 1;
  return end;
}
