import { isObject, itemsOf, type Json } from '../../state/json';
import type { Secret } from '../../state/org';
import { HIDDEN, type RequestSecrets } from './request-variables';
import { PIECE, Pieces, piecesOf, SHORTEST, spellingsOf } from './spellings';

/** A secret value, and how it can look in an answer. */
interface Spelled {
  readonly name: string;
  readonly spellings: readonly string[];
  readonly pieces: Pieces;
}

/** Fields that identify somebody or something. Services give them back for good reasons. */
const publicFields = new Set(['userName', 'clientId', 'loginUrl', 'token_type', 'scope', 'expires_in']);

/** The address of a service. Its answers have links to it. A long part of a path can be a key, as in webhooks. */
const isAddress = (value: string): boolean => /^https?:\/\/[^/?#@]+(\/[\w.-]{0,15})*$/.test(value);

const known = new WeakMap<Secret | readonly Json[], readonly Spelled[]>();

/**
 * Hides secrets that a service repeats in its answer: in an error such as `the key abc123 has expired`, or in a page that
 * shows the request. Otherwise they would come into variables, results and logs.
 *
 * An answer has no marks, so this searches for the values. It does not find a secret that a service encrypts, or spells
 * in a way of its own.
 *
 * @returns the answer, and the names of the secrets that were in it
 */
export function withoutEchoes(
  body: string,
  { credentials, authResponse }: RequestSecrets,
): { readonly body: string; readonly repeated: readonly string[] } {
  const secrets = [...spelled(credentials), ...spelled(authResponse)];
  return secrets.reduce<{ readonly body: string; readonly repeated: readonly string[] }>(
    (before, { name, spellings, pieces }) => {
      const after = withoutPieces(withoutSpellings(before.body, spellings), pieces);
      return after === before.body ? before : { body: after, repeated: [...before.repeated, name] };
    },
    { body, repeated: [] },
  );
}

function withoutSpellings(body: string, spellings: readonly string[]): string {
  const lower = body.toLowerCase();
  return spellings
    .filter((spelling) => lower.includes(spelling))
    .reduce((text, spelling) => text.replace(new RegExp(escaped(spelling), 'gi'), HIDDEN), body);
}

/** Hides all letters and digits in a row that are pieces of a secret. */
function withoutPieces(body: string, pieces: Pieces): string {
  const lower = body.toLowerCase();
  // Rare letters such as İ are longer in lower case, so that places do not fit. They are in no piece.
  const text = lower.length === body.length ? lower : body;
  let shown = '';
  let from = 0;
  for (let at = 0; at + PIECE <= text.length; at += 1) {
    if (!pieces.isAt(at, text)) continue;
    let end = at + PIECE;
    while (end < text.length && pieces.isAt(end - PIECE + 1, text)) end += 1;
    shown += body.slice(from, at) + HIDDEN;
    from = end;
    at = end - 1;
  }
  return from === 0 ? body : shown + body.slice(from);
}

function spelled(values: Json | undefined): readonly Spelled[] {
  if (typeof values === 'string') return [spell('authResponse', values)];
  if (typeof values !== 'object' || values === null) return [];
  const before = known.get(values as Secret);
  if (before) return before;
  const all = [...secretsIn(values, '')].map(({ name, value }) => spell(name, value));
  known.set(values as Secret, all);
  return all;
}

const spell = (name: string, value: string): Spelled => ({
  name,
  // Long ones first: they contain short ones.
  spellings: spellingsOf(value).toSorted((a, b) => b.length - a.length),
  pieces: new Pieces(piecesOf(value)),
});

function* secretsIn(
  values: Json | undefined,
  name: string,
): Generator<{ readonly name: string; readonly value: string }> {
  if (publicFields.has(name)) return;
  if (typeof values === 'string' && values.length >= SHORTEST && !isAddress(values)) yield { name, value: values };
  if (isObject(values)) for (const [field, value] of Object.entries(values)) yield* secretsIn(value, field);
  for (const item of itemsOf(values)) yield* secretsIn(item, name);
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
