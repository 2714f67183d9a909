import { BoundedCache } from './bounded-cache';
import { parse } from './parse';
import { type Tree } from './tree';

const CAPACITY = 1000;
const cache = new BoundedCache<Tree>(CAPACITY, parse);

/** Like {@link parse}, remembering the newest texts; flows evaluate the same ones over and over. */
export function parseCached(text: string): Tree {
  return cache.get(text);
}
