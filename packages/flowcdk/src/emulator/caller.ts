import { defined } from '../ground/defined';
import { badToken, noToken } from './api/refusals';
import { bearerIn, isOurs } from './api/token';
import { hashOf } from './state/hash';
import type { Org } from './state/org';

/**
 * The caller of a request. A caller with neither client nor user is the administrator of the local org, who may do
 * everything.
 */
export interface Caller {
  /** The hash of the token. It identifies the token without revealing it. */
  readonly token: string;
  readonly clientId?: string;
  readonly userId?: string;
}

/** The number of tokens whose hashes are remembered. Hashing a token costs as much as the rest of a request. */
const REMEMBERED = 1000;

/** Finds the caller by the header `Authorization`. */
export class Callers {
  readonly #hashes = new Map<string, { readonly hash: string; readonly ours: boolean }>();
  readonly #onlyToken: string | undefined;

  /** @param onlyToken the only token that is accepted, besides those that the org issued */
  constructor(
    private readonly org: Org,
    onlyToken: string | undefined,
  ) {
    this.#onlyToken = onlyToken === undefined ? undefined : hashOf(onlyToken);
  }

  /**
   * @param mayBeBare whether the header may hold the token alone
   * @throws ApiProblem 401 where the token is missing, refused or expired
   */
  of(authorization = '', mayBeBare = false): Caller {
    const isBare = mayBeBare && /^\S+$/.test(authorization);
    const { hash, ours } = this.#tokenIn(isBare ? `Bearer ${authorization}` : authorization);
    const issued = this.org.get('token', hash);
    if (!issued) {
      // An unknown token in the form of the org's own has ended. It must not count as an arbitrary token, which may do
      // everything.
      if (ours || (this.#onlyToken !== undefined && hash !== this.#onlyToken)) throw badToken();
      return { token: hash };
    }
    if (Date.parse(issued.expiresAt) <= this.org.now.getTime()) throw badToken();
    const { clientId, userId } = issued;
    return defined({ token: hash, clientId, userId });
  }

  #tokenIn(authorization: string): { readonly hash: string; readonly ours: boolean } {
    const known = this.#hashes.get(authorization);
    if (known !== undefined) return known;
    const token = bearerIn(authorization);
    if (token === undefined) throw noToken();
    const read = { hash: hashOf(token), ours: isOurs(token) };
    if (this.#hashes.size >= REMEMBERED) this.#hashes.clear();
    this.#hashes.set(authorization, read);
    return read;
  }
}
