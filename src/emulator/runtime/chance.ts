import { createHash } from 'node:crypto';

/**
 * Chance with a seed: the same seed gives the same run. Each source has a name and does not disturb the others, so a
 * call more or less does not change what happens to the rest.
 */
export interface Chance {
  /** From 0 up to but not including 1. */
  next(): number;
  /** A UUID (version 4 in form). */
  id(): string;
  /** A source of its own for something with a name. */
  of(name: string): Chance;
}

/** Numbers by Chris Doty-Humphrey's sfc32, which passes the usual batteries of tests. */
export function chance(seed: number | string): Chance {
  const digest = createHash('sha256').update(String(seed)).digest();
  let a = digest.readInt32LE(0);
  let b = digest.readInt32LE(4);
  let c = digest.readInt32LE(8);
  let counter = 1;
  const word = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return sum >>> 0;
  };
  for (let i = 0; i < 12; i += 1) word();
  const hex = (): string => word().toString(16).padStart(8, '0');
  return {
    next: () => word() / 2 ** 32,
    id: () => {
      const [w, x, y, z] = [hex(), hex(), hex(), hex()];
      const variant = '89ab'[word() & 3] ?? '8';
      return `${w}-${x.slice(0, 4)}-4${x.slice(5)}-${variant}${y.slice(1, 4)}-${y.slice(4)}${z}`;
    },
    of: (name) => chance(`${String(seed)}/${name}`),
  };
}
