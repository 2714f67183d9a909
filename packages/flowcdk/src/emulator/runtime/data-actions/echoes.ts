import { isObject, itemsOf, type Json } from '../../state/json';
import type { Secret } from '../../state/org';
import { HIDDEN, type RequestSecrets } from './request-variables';

/** A secret value, and how it can look in an answer. */
interface Spelled {
  readonly name: string;
  /** In lower case, because capitals do not count. */
  readonly spellings: readonly string[];
}

/** The least characters of a secret and of its spellings. Shorter texts would be found by chance. */
const SHORTEST = 6;

/** Fields that identify somebody or something. Services give them back for good reasons. */
const isPublic = new Set(['userName', 'clientId', 'loginUrl', 'token_type', 'scope', 'expires_in']);

const known = new WeakMap<Secret | readonly Json[], readonly Spelled[]>();

/**
 * Hides secrets that a service repeats in its answer: in an error such as `the key abc123 has expired`, or in a page that
 * shows the request. Otherwise they would come into variables, results and logs.
 *
 * @returns the answer, and the names of the secrets that were in it
 */
export function withoutEchoes(
  body: string,
  { credentials, authResponse }: RequestSecrets,
): { readonly body: string; readonly repeated: readonly string[] } {
  const secrets = [...spelled(credentials), ...spelled(authResponse)];
  if (secrets.length === 0) return { body, repeated: [] };
  const lower = body.toLowerCase();
  const found = secrets.flatMap(({ name, spellings }) =>
    spellings.filter((spelling) => lower.includes(spelling)).map((spelling) => ({ name, spelling })),
  );
  return {
    // Long spellings first: they contain short ones.
    body: found
      .sort((a, b) => b.spelling.length - a.spelling.length)
      .reduce((text, { spelling }) => text.replace(new RegExp(escaped(spelling), 'gi'), HIDDEN), body),
    repeated: [...new Set(found.map(({ name }) => name))],
  };
}

function spelled(values: Json | undefined): readonly Spelled[] {
  if (typeof values === 'string') return [{ name: 'authResponse', spellings: spellingsOf(values) }];
  if (typeof values !== 'object' || values === null) return [];
  const before = known.get(values as Secret);
  if (before) return before;
  const all = [...secretsIn(values, '')].map(({ name, value }) => ({ name, spellings: spellingsOf(value) }));
  known.set(values as Secret, all);
  return all;
}

function* secretsIn(
  values: Json | undefined,
  name: string,
): Generator<{ readonly name: string; readonly value: string }> {
  if (isPublic.has(name)) return;
  if (typeof values === 'string' && values.length >= SHORTEST) yield { name, value: values };
  if (isObject(values)) for (const [field, value] of Object.entries(values)) yield* secretsIn(value, field);
  for (const item of itemsOf(values)) yield* secretsIn(item, name);
}

/** How a text looks plain and in the encodings of URLs, JSON, XML, hexadecimal and base64. */
function spellingsOf(value: string): readonly string[] {
  const bytes = Buffer.from(value);
  const json = JSON.stringify(value).slice(1, -1);
  const spellings = [
    value,
    encodeURIComponent(value),
    new URLSearchParams({ a: value }).toString().slice(2),
    json,
    json.replaceAll('/', '\\/'),
    value.replace(/[^\0-\x7f]|["\\]/g, unicode),
    value.replace(/[^\0-\x7f]|["\\&<>'=/]/g, unicode),
    value.replace(/[^]/g, unicode),
    value.replace(/[&<>"']/g, (mark) => xml[mark] ?? mark),
    bytes.toString('hex'),
    ...[0, 1, 2].flatMap((offset) => inBase64(bytes, offset)),
  ];
  return [...new Set(spellings.map((text) => text.toLowerCase()))].filter(({ length }) => length >= SHORTEST);
}

const unicode = (mark: string): string =>
  [...Array(mark.length).keys()].map((i) => `\\u${mark.charCodeAt(i).toString(16).padStart(4, '0')}`).join('');

const xml: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

/** The base64 of bytes that stand behind others, as far as it depends on these bytes alone. */
function inBase64(bytes: Buffer, offset: number): readonly string[] {
  const whole = Buffer.concat([Buffer.alloc(offset), bytes]);
  const first = offset === 0 ? 0 : offset + 1;
  const last = Math.floor((whole.length * 4) / 3);
  const text = whole.toString('base64').slice(first, last);
  return [text, text.replaceAll('+', '-').replaceAll('/', '_')];
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
