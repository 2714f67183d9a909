import { BoundedCache } from './bounded-cache';
import { parse } from './parse';
import { type Tree } from './tree';

const CAPACITY = 1000;
const cache = new BoundedCache<Tree>(CAPACITY, parse);

/**
 * Like {@link parse}, but remembers the trees of the newest texts, because flows evaluate the same texts again and
 * again.
 */
export function parseCached(text: string): Tree {
  return cache.get(text);
}
