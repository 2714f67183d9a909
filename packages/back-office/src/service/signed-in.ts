import type { FastifyRequest } from 'fastify';
import type { KeyRing } from '../keys/key-ring';
import type { Role } from '../keys/roles';
import { Problem } from './problem';

/**
 * The key of a request: a bearer token, or the password of Basic, which is what a data action with a user name and a
 * password sends. The user name does not matter.
 */
export function keyOf({ headers }: FastifyRequest): string | undefined {
  const [scheme = '', text = ''] = (headers.authorization ?? '').split(' ');
  if (scheme.toLowerCase() === 'bearer') return text;
  if (scheme.toLowerCase() !== 'basic') return undefined;
  const credentials = Buffer.from(text, 'base64').toString('utf8');
  return credentials.slice(credentials.indexOf(':') + 1);
}

/** Lets a request pass whose key has one of the roles. */
export const signedInAs =
  (keys: KeyRing, ...allowed: readonly Role[]) =>
  async (request: FastifyRequest): Promise<void> => {
    const key = keyOf(request);
    const role = key === undefined ? undefined : (await keys.holderOf(key))?.role;
    if (!role) throw new Problem(401, 'Unauthorized', 'The request needs a valid key: Authorization: Bearer …');
    if (!allowed.includes(role))
      throw new Problem(403, 'Forbidden', `A key of the role ${role} may not do this; ${allowed.join(' or ')} may.`);
  };
