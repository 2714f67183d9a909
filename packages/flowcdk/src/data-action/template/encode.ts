import type { InputReference, Part } from './part';
import { joined, type Template, velocity } from './template';

/**
 * The position of a value decides how it is escaped:
 *
 * | position | values                    | literal text Velocity would take for its own     |
 * |----------|---------------------------|--------------------------------------------------|
 * | `json`   | `$esc.jsonEncode`         | `\u0024`, `\u0023`, `\u005c`                     |
 * | `path`   | `$esc.uriEncode`          | `%24`, `%23`, `%5C`                              |
 * | `query`  | `$esc.url` (form rules)   | the same                                         |
 * | `plain`  | as it is (headers, text)  | `${esc.dollar}`, `${esc.hash}`, `${esc.backslash}` |
 *
 * The names of the tools are documented ("Velocity macros for data actions"); that `esc.hash` and
 * `esc.backslash` exist follows from Velocity's EscapeTool, to which that page points (believed).
 */
export type Position = 'json' | 'path' | 'query' | 'plain';

const tools: Readonly<Record<Position, string | undefined>> = {
  json: 'jsonEncode',
  path: 'uriEncode',
  query: 'url',
  plain: undefined,
};

const percent = { $: '%24', '#': '%23', '\\': '%5C' };
const stand: Readonly<Record<Position, Readonly<Record<string, string>>>> = {
  json: { $: '\\u0024', '#': '\\u0023', '\\': '\\u005c' },
  path: percent,
  query: percent,
  plain: { $: '${esc.dollar}', '#': '${esc.hash}', '\\': '${esc.backslash}' },
};

/** `$` and `#` where Velocity could read a reference or a directive; also at the end, as a reference may follow. */
const special = /[$#](?=[A-Za-z_{!#*[@$\\]|$)/g;

/**
 * Text that Velocity prints as it is. In a JSON position it must be JSON-escaped already.
 *
 * A backslash means something to Velocity only in front of a reference or directive, so only trailing ones are
 * replaced; `\$` cannot be used instead, because Velocity keeps the backslash when the reference is not set.
 */
export function literalText(text: string, position: Position): string {
  const replace = stand[position];
  const backslash = replace['\\'] ?? '';
  const harmless = text.replace(special, (character) => replace[character] ?? character);
  // In JSON every backslash of the text is two already.
  if (position === 'json') return harmless.replace(/(?:\\\\)+$/, ({ length }) => backslash.repeat(length / 2));
  return harmless.replace(/\\+(?=\$\{|$)/g, ({ length }) => backslash.repeat(length));
}

/** True for an input that may be missing. */
export const isOptional = (input: InputReference<unknown>): boolean => input.type.optional === true;

/** The condition that an optional input has a value: neither missing nor empty (seen in published actions). */
export const isGiven = (input: InputReference<unknown>): string => `"$!{input.${input.name}}" != ""`;

/** An optional input inside its condition, where it reads like any other. */
export function asGiven<T>(input: InputReference<T>): InputReference<T> {
  return { ...input, type: { ...input.type, optional: false } };
}

/** A value at its position. */
export function encodedPart(part: Part, position: Position): Template {
  if (part.kind === 'deployed') {
    return Object.freeze({
      parts: [Object.freeze({ kind: 'deployed', definition: part.definition, attribute: part.attribute })],
    });
  }
  if (part.kind === 'base64') return velocity(`\${encoding.base64("${interpolated(part.text.pieces)}")}`);
  const tool = needsEscaping(part) ? tools[position] : undefined;
  const silent = part.kind === 'input' && isOptional(part);
  if (tool === undefined) return velocity(silent ? `$!{${nameOf(part)}}` : `\${${nameOf(part)}}`);
  return velocity(`\${esc.${tool}(${silent ? `"$!{${nameOf(part)}}"` : `$${nameOf(part)}`})}`);
}

/** Numbers and booleans look the same everywhere. */
const needsEscaping = (part: Part): boolean => part.kind !== 'input' || part.type.kind === 'string';

type Named = Exclude<Part, { kind: 'deployed' | 'base64' }>;

const nameOf = (part: Named): string => {
  if (part.kind === 'input') return `input.${part.name}`;
  return part.kind === 'credential' ? `credentials.${part.key}` : `authResponse.${part.key}`;
};

/** Text inside a string of Velocity, which has no escape for a quote. */
const interpolated = (pieces: readonly (string | Part)[]): string =>
  pieces
    .map((piece) => {
      if (typeof piece === 'string') return literalText(piece, 'plain').replaceAll('"', '${esc.quote}');
      return encodedPart(piece, 'plain')
        .parts.map((p) => (p.kind === 'velocity' ? p.text : ''))
        .join('');
    })
    .join('');

/** A text at its position; `literal` prepares what is known now. */
export const encodedText = (
  pieces: readonly (string | Part)[],
  position: Position,
  literal: (text: string) => string = (text) => text,
): Template =>
  joined(
    ...pieces.map((piece) =>
      typeof piece === 'string' ? literalText(literal(piece), position) : encodedPart(piece, position),
    ),
  );
