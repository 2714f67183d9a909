import { createHash, timingSafeEqual } from 'node:crypto';

/** The hash of a secret. The org keeps only the hash. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** Compares a secret with a hash in constant time, so that the duration reveals nothing. */
export const sameSecret = (secret: string, hash: string): boolean =>
  timingSafeEqual(Buffer.from(hashOf(secret)), Buffer.from(hash));
