import type { TokenSupplier } from './api';
import type { ListenerFetch } from './ports';

/** The OAuth client of a listener, and where it gets its tokens. */
export interface ClientCredentials {
  /** `https://login.mypurecloud.de`, or the address of a local org. */
  readonly login: string;
  readonly clientId: string;
  readonly secret: string;
  readonly fetch?: ListenerFetch;
}

/**
 * Gets access tokens with client credentials. Such a client is no user: topics that only users may hear are refused.
 *
 * @example
 * ```ts
 * const token = clientCredentials({ login: 'https://login.mypurecloud.de', clientId: 'id', secret: 'secret' });
 * ```
 */
export function clientCredentials({ login, clientId, secret, fetch }: ClientCredentials): TokenSupplier {
  return async () => {
    const answer = await (fetch ?? globalThis.fetch)(`${login}/oauth/token`, {
      method: 'POST',
      headers: {
        authorization: `Basic ${Buffer.from(`${clientId}:${secret}`).toString('base64')}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: 'grant_type=client_credentials',
    });
    const { access_token: token } = JSON.parse(await answer.text()) as { readonly access_token?: unknown };
    if (answer.status !== 200 || typeof token !== 'string')
      throw new Error(`POST ${login}/oauth/token gives no token: ${answer.status}`);
    return token;
  };
}
