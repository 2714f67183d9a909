import { JavaException } from '../../java/method-table';
import { type JavaValue, textOf } from '../../java/value';
import { type Work } from '../../java/work';
import { latinNames } from './html-names';
import { tool } from './tool';

/** Null stays null, so the reference itself is printed. */
const escaping =
  (escape: (text: string) => string) =>
  (_: null, [value]: readonly JavaValue[], work: Work): JavaValue => {
    if (value === null || value === undefined) return null;
    const text = textOf(value, work);
    return text === null ? null : work.text(escape(work.text(text)));
  };

/** Halves of surrogate pairs have no encoding; Java puts a question mark. */
const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '?');

/** `java.net.URLEncoder`: a blank becomes `+`; only letters, digits and `*-._` stay. */
const formEncoded = (text: string): string =>
  encodeURIComponent(wellFormed(text))
    .replace(/[!'()~]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%20', '+');

const uriEncoded = (text: string): string => encodeURIComponent(wellFormed(text));

/** JSON without the quotes around it. */
const jsonEncoded = (text: string): string => JSON.stringify(text).slice(1, -1);

function jsonDecoded(text: string): string {
  try {
    // Line ends and tabs may stand in it as they are.
    const raw = text.replace(/[\u0000-\u001f]/g, (c) => jsonEncoded(c)); // eslint-disable-line no-control-regex -- JSON allows none
    return JSON.parse(`"${raw}"`) as string;
  } catch {
    throw new JavaException('IllegalArgumentException', '$esc.jsonDecode was given a text that is not JSON-escaped');
  }
}

const hex = (character: string): string => character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
const named: Readonly<Record<string, string>> = { '\b': '\\b', '\n': '\\n', '\t': '\\t', '\f': '\\f', '\r': '\\r' };
/** As in Java source: `\u00E9` for everything beyond ASCII. */
const sourceEscaped = (text: string, special: RegExp): string =>
  text.replace(special, '\\$&').replace(/[^\u0020-\u007e]/g, (character) => named[character] ?? `\\u${hex(character)}`);

const basic: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const numbered = (character: string): string => `&#${character.codePointAt(0) ?? 0};`;
const html = (text: string): string =>
  text
    .replace(/[&<>"]/g, (character) => basic[character] ?? '')
    .replace(/[\u0080-\u{10ffff}]/gu, (character) => {
      const name = latinNames[(character.codePointAt(0) ?? 0) - 160];
      return name === undefined ? numbered(character) : `&${name};`;
    });
const xml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => basic[character] ?? '&apos;').replace(/[\u0080-\u{10ffff}]/gu, numbered);

function unicode(written: string): string {
  const digits = /^(?:\\u)?([\da-fA-F]{1,7})$/.exec(written)?.[1];
  const code = parseInt(digits ?? '', 16);
  if (!(code <= 0x10ffff)) throw new JavaException('NumberFormatException', `For input string: "${written}"`);
  return String.fromCodePoint(code);
}

/**
 * `$esc`: the escapes the platform documents ("Velocity macros for data actions"), and those of Velocity's EscapeTool,
 * which it points to.
 */
export const escapeTool = tool(
  'EscapeTool',
  {
    'jsonString(Object)': escaping(jsonEncoded),
    'jsonEncode(Object)': escaping(jsonEncoded),
    'jsonDecode(Object)': escaping(jsonDecoded),
    'url(Object)': escaping(formEncoded),
    'urlFormEncode(Object)': escaping(formEncoded),
    'uriEncode(Object)': escaping(uriEncoded),
    'html(Object)': escaping(html),
    'xml(Object)': escaping(xml),
    'sql(Object)': escaping((text) => text.replaceAll("'", "''")),
    'java(Object)': escaping((text) => sourceEscaped(text, /["\\]/g)),
    'javascript(Object)': escaping((text) => sourceEscaped(text, /["'\\/]/g)),
    'unicode(Object)': escaping(unicode),
    'velocity(Object)': escaping((text) =>
      text.replace(/[$#]/g, (character) => (character === '$' ? '${esc.d}' : '${esc.h}')),
    ),
  },
  {
    dollar: '$',
    d: '$',
    hash: '#',
    h: '#',
    backslash: '\\',
    b: '\\',
    quote: '"',
    q: '"',
    singleQuote: "'",
    s: "'",
    newline: '\n',
    n: '\n',
    exclamation: '!',
    e: '!',
  },
);

/** `$encoding`: Base64, documented for basic authentication. */
export const encodingTool = tool('EncodingTool', {
  'base64(Object)': escaping((text) => Buffer.from(text, 'utf8').toString('base64')),
});
