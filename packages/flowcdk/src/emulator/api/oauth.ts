import { fieldsOf, type JsonObject, pick, textOf } from '../state/json';
import { usedNotificationsOf } from '../notifications/notifications';
import { hashOf, sameSecret } from '../state/hash';
import { DAY, type OAuthClient } from '../state/tables/oauth-client';
import type { Call } from './call';
import { collection, type Collection, shownOf } from './collection';
import { administratorsRoute } from './flowcdk/own-route';
import { organization } from './organization';
import { notThere, wrongValue } from './refusals';
import { Reply, type Route } from './route';
import { required, text, whole } from '../state/shape';
import { bearerIn, tokenFrom } from './token';

/** The text has two names, because some programs read the one and some the other. */
const refusal = (status: number, error: string, description: string): Reply =>
  new Reply(status, { error, description, error_description: description });

const badClient = (): Reply => refusal(401, 'invalid_client', 'client not found or invalid client');
const unsupported = (grant: string): Reply =>
  refusal(400, 'unsupported_grant_type', `the local org knows client_credentials, not '${grant}'`);
/** The client has another grant. The status follows RFC 6749 (assumed). */
const otherGrant = (grant: string): Reply =>
  refusal(400, 'unauthorized_client', `the client has the grant ${grant}, not CLIENT-CREDENTIALS`);

/** `Basic base64(id:secret)` */
function clientIn(authorization = ''): { readonly id: string; readonly secret: string } | undefined {
  const [scheme = '', encoded = ''] = authorization.split(' ');
  if (scheme.toLowerCase() !== 'basic') return undefined;
  const [, id, secret] = /^([^:]*):(.*)$/s.exec(Buffer.from(encoded, 'base64').toString('utf8')) ?? [];
  return id && secret !== undefined ? { id, secret } : undefined;
}

/**
 * A client of the org needs its own secret. The org accepts any other id and secret, unless it was started with
 * `--token`: then that token is the only right secret.
 */
function issueToken(call: Call): Reply | JsonObject {
  const form = new URLSearchParams(call.parts.text);
  const grant = form.get('grant_type') ?? '';
  if (grant !== 'client_credentials') return unsupported(grant);
  const credentials = clientIn(call.parts.authorization);
  if (!credentials) return badClient();
  const client = call.org.get('oauthClient', credentials.id);
  if (client) {
    const secret = client.secretHash;
    if (client.state !== 'active' || secret === undefined || !sameSecret(credentials.secret, secret))
      return badClient();
    const own = client.authorizedGrantType;
    if (own !== 'CLIENT-CREDENTIALS') return otherGrant(own);
    return newToken(call, { clientId: client.id }, client.accessTokenValiditySeconds);
  }
  const { onlyToken } = call.parts;
  if (onlyToken === undefined) return newToken(call, {});
  if (!sameSecret(credentials.secret, hashOf(onlyToken))) return badClient();
  return { access_token: onlyToken, token_type: 'bearer', expires_in: DAY };
}

function newToken(
  { org }: Call,
  whose: { readonly clientId?: string; readonly userId?: string },
  seconds = DAY,
): JsonObject {
  const now = org.now.getTime();
  // Expired tokens are useless, and an org may run for a long time.
  for (const { id, expiresAt } of org.all('token')) {
    if (Date.parse(expiresAt) <= now) org.remove('token', id);
  }
  const token = tokenFrom(org.newId());
  org.put('token', { id: hashOf(token), expiresAt: new Date(now + seconds * 1000).toISOString(), ...whose });
  return { access_token: token, token_type: 'bearer', expires_in: seconds };
}

/**
 * Issues a user's token. In the cloud a person gets it by a login in the browser (implicit grant), which the local org
 * does not have.
 */
function tokenOfUser(call: Call): JsonObject {
  const { org } = call;
  const {
    userId: user,
    clientId: client,
    expiresIn,
  } = call.object({
    userId: required(text(256)),
    clientId: text(256),
    expiresIn: whole(1, 38_880_000),
  });
  if (!org.get('user', user)) throw notThere('user', user);
  if (client !== undefined && !org.get('oauthClient', client)) throw notThere('OAuth client', client);
  return newToken(
    call,
    { userId: user, ...(client === undefined ? {} : { clientId: client }) },
    expiresIn ?? org.get('oauthClient', client ?? '')?.accessTokenValiditySeconds,
  );
}

/** Makes a new secret for a client. The org keeps only its hash. */
function newSecret({ org }: Call, client: OAuthClient): string {
  const secret = `secret-${org.newId()}`;
  org.put('oauthClient', { ...client, secretHash: hashOf(secret) });
  return secret;
}

function tokenInfo(call: Call): JsonObject {
  const { id, name: orgName } = organization(call.org);
  const self = { id, name: orgName };
  const client = call.parts.clientId === undefined ? undefined : call.org.get('oauthClient', call.parts.clientId);
  return {
    organization: self,
    homeOrganization: self,
    authorizedScope: [],
    OAuthClient: {
      id: client?.id ?? 'local',
      name: client?.name ?? 'local',
      authorizedGrantType: client?.authorizedGrantType ?? 'CLIENT-CREDENTIALS',
      ...(client ? pick(client, ['scope', 'roleDivisions', 'state']) : {}),
      organization: self,
    },
  };
}

const clients: Collection<'oauthClient'> = {
  kind: 'oauthClient',
  path: '/api/v2/oauth/clients',
  permission: 'oauth:client',
  certainty: 'documented',
  note: 'The secret is shown once, to who creates the client; the org keeps its hash.',
  hides: ['secretHash'],
  check: ({ authorizedGrantType, roleDivisions = [] }) => {
    if (authorizedGrantType === 'CLIENT-CREDENTIALS' && roleDivisions.length === 0) {
      throw wrongValue('roleDivisions: a client with the grant CLIENT-CREDENTIALS needs at least one role');
    }
  },
};

export const oauthRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/oauth/token',
    does: 'issues a token to an OAuth client',
    answers: [200, 400, 401],
    certainty: 'documented',
    note: 'On this machine alone any id and secret will do, except those of a client the org holds.',
    open: true,
    handle: issueToken,
  },
  {
    method: 'GET',
    path: '/api/v2/tokens/me',
    does: 'tells whose token it is',
    answers: [200],
    certainty: 'documented',
    handle: tokenInfo,
  },
  {
    method: 'DELETE',
    path: '/api/v2/tokens/me',
    does: 'ends the token that is used',
    answers: [200],
    certainty: 'documented',
    note: 'A token the org did not issue does not end.',
    lives: true,
    handle: (call) => {
      const token = hashOf(bearerIn(call.parts.authorization ?? '') ?? '');
      call.org.remove('token', token);
      if (call.parts.runtime) usedNotificationsOf(call.parts.runtime)?.tokenRevoked(token);
      return {};
    },
  },
  administratorsRoute({
    method: 'POST',
    path: '/flowcdk/tokens',
    does: 'issues a token of a user, as logging in with the browser would: `{ userId, clientId?, expiresIn? }`',
    answers: [200, 403, 404],
    toDo: 'hands out tokens of others',
    handle: tokenOfUser,
  }),
  ...collection(clients).map((route): Route =>
    route.method !== 'POST'
      ? route
      : {
          ...route,
          answersSecret: true,
          handle: (call) => {
            const shown = fieldsOf(route.handle(call) as JsonObject);
            const client = call.org.get('oauthClient', textOf(shown['id']) ?? '');
            return client ? { ...shown, secret: newSecret(call, client) } : shown;
          },
        },
  ),
  {
    method: 'POST',
    path: `${clients.path}/:id/secret`,
    does: 'gives an OAuth client a new secret; the old one is no longer right',
    permission: 'oauth:client:edit',
    answers: [200, 404],
    certainty: 'documented',
    answersSecret: true,
    handle: (call) => {
      const client = call.the('oauthClient');
      return { ...shownOf(clients, client, call), secret: newSecret(call, client) };
    },
  },
];
