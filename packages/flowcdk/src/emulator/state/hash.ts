import { createHash, timingSafeEqual } from 'node:crypto';

/** What is kept of a secret. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** Compares secrets in a time that does not tell how much of them is right. */
export const sameSecret = (secret: string, hash: string): boolean =>
  timingSafeEqual(Buffer.from(hashOf(secret)), Buffer.from(hash));
