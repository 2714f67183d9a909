import type { JsonObject } from '../state/json';
import type { Call } from './call';

/** The query parameters of lists with pages. */
export const pages = { pageSize: 'how many on a page; 25 if not told', pageNumber: 'which page, from 1' };

/** One page of a list, in the form of the API. Beyond the last page it is empty. */
export function page<T extends JsonObject>(
  call: Call,
  all: readonly T[],
  path: string,
  usualSize = 25,
): JsonObject & { readonly entities: readonly T[] } {
  const pageSize = positive(call.query('pageSize'), usualSize);
  const pageNumber = positive(call.query('pageNumber'), 1);
  const pageCount = Math.ceil(all.length / pageSize);
  const at = (n: number): string => `${path}?pageSize=${pageSize}&pageNumber=${n}`;
  return {
    entities: all.slice((pageNumber - 1) * pageSize, pageNumber * pageSize),
    pageSize,
    pageNumber,
    total: all.length,
    pageCount,
    firstUri: at(1),
    lastUri: at(Math.max(1, pageCount)),
    ...(pageNumber < pageCount ? { nextUri: at(pageNumber + 1) } : {}),
    ...(pageNumber > 1 ? { previousUri: at(pageNumber - 1) } : {}),
    selfUri: at(pageNumber),
  };
}

/** The part of a list after an id, which is the last id of the part before. */
export function pageAfter(
  call: Call,
  all: readonly (JsonObject & { readonly id: string })[],
  path: string,
): JsonObject {
  const pageSize = positive(call.query('pageSize'), 25);
  const after = call.query('after');
  const start = after === undefined ? 0 : all.findIndex(({ id }) => id === after) + 1;
  const entities = after !== undefined && start === 0 ? [] : all.slice(start, start + pageSize);
  const last = entities.at(-1);
  const more = last !== undefined && start + pageSize < all.length;
  return {
    entities,
    pageSize,
    ...(more ? { nextUri: `${path}?pageSize=${pageSize}&after=${encodeURIComponent(last.id)}` } : {}),
    selfUri: path,
  };
}

const positive = (text: string | undefined, otherwise: number): number => {
  const n = Number(text);
  return text !== undefined && Number.isSafeInteger(n) && n > 0 ? n : otherwise;
};

/**
 * Whether a text fits a pattern. `*` at the start and the end of the pattern stands for anything; case does not matter.
 */
export function matches(text: unknown, wildcard: string): boolean {
  if (typeof text !== 'string') return false;
  const [value, pattern] = [text.toLowerCase(), wildcard.toLowerCase()];
  const inner = pattern.replace(/^\*|\*$/g, '');
  if (pattern.startsWith('*') && pattern.endsWith('*')) return value.includes(inner);
  if (pattern.startsWith('*')) return value.endsWith(inner);
  return pattern.endsWith('*') ? value.startsWith(inner) : value === inner;
}
