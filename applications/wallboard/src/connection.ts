import { clientCredentials, type TokenSupplier } from 'flowcdk/events';

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];

/** Where an org is, and who asks it. */
export interface Connection {
  /** Without a slash at its end. */
  readonly api: string;
  readonly token: string | TokenSupplier;
}

/**
 * Reads where an org is, and who asks it.
 *
 * @param variables the environment: GENESYSCLOUD_ACCESS_TOKEN, or GENESYSCLOUD_OAUTHCLIENT_ID and …_SECRET
 * @throws Error for what is no address, credentials that are missing, and credentials that would travel in the open
 */
export function connectionOf(org: string, variables: Readonly<Record<string, string | undefined>>): Connection {
  if (!URL.canParse(org) || !/^https?:$/.test(new URL(org).protocol))
    throw new Error(`--org is '${org}'. It is an address: https://api.mypurecloud.de, or that of a local org.`);
  const { protocol, hostname, origin } = new URL(org);
  const isLocal = LOOPBACK.includes(hostname);
  if (protocol === 'http:' && !isLocal) throw new Error(`--org is '${org}'. Only an org on this machine may be http:.`);
  const {
    GENESYSCLOUD_ACCESS_TOKEN: token,
    GENESYSCLOUD_OAUTHCLIENT_ID: clientId,
    GENESYSCLOUD_OAUTHCLIENT_SECRET: secret,
  } = variables;
  if (token) return { api: origin, token };
  if (clientId && secret)
    return {
      api: origin,
      token: clientCredentials({ login: isLocal ? origin : origin.replace('//api.', '//login.'), clientId, secret }),
    };
  if (isLocal) return { api: origin, token: 'local' };
  throw new Error(
    'the OAuth client is missing: set GENESYSCLOUD_OAUTHCLIENT_ID and GENESYSCLOUD_OAUTHCLIENT_SECRET, or GENESYSCLOUD_ACCESS_TOKEN',
  );
}
