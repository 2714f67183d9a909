import { fieldsOf, type JsonObject, numberOf, textOf } from '../state/json';
import { hashOf, sameSecret } from '../state/hash';
import type { Entity } from '../state/org';
import type { Call } from './call';
import { collection } from './collection';
import { organization } from './organization';
import { wrongValue } from './problems';
import { Reply, type Route } from './route';
import { listOf, name, object, oneOf, required, text, whole } from './shape';

const grantTypes = ['CODE', 'TOKEN', 'SAML2BEARER', 'SAML2-BEARER', 'PASSWORD', 'CLIENT-CREDENTIALS'];
const DAY = 86_400;

const badClient = (): Reply =>
  new Reply(401, {
    error: 'invalid_client',
    description: 'client not found or invalid client',
    error_description: 'client not found or invalid client',
  });

const unsupported = (grant: string): Reply =>
  new Reply(400, {
    error: 'unsupported_grant_type',
    description: `the local org knows client_credentials, not '${grant}'`,
    error_description: `the local org knows client_credentials, not '${grant}'`,
  });

/** `Basic base64(id:secret)` */
function clientIn(authorization = ''): { readonly id: string; readonly secret: string } | undefined {
  const [scheme = '', encoded = ''] = authorization.split(' ');
  if (scheme.toLowerCase() !== 'basic') return undefined;
  const [, id, secret] = /^([^:]*):(.*)$/s.exec(Buffer.from(encoded, 'base64').toString('utf8')) ?? [];
  return id && secret !== undefined ? { id, secret } : undefined;
}

/**
 * A client of the org must have its secret. Any other id and secret are taken, as long as nobody but this machine can
 * reach the org: `--token` then is the only secret that is right.
 */
function issueToken(call: Call): Reply | JsonObject {
  const form = new URLSearchParams(call.parts.text);
  const grant = form.get('grant_type') ?? '';
  if (grant !== 'client_credentials') return unsupported(grant);
  const given = clientIn(call.parts.authorization);
  if (!given) return badClient();
  const client = call.org.get('oauthClient', given.id);
  if (client) {
    const right = client['state'] !== 'inactive' && sameSecret(given.secret, textOf(client['secretHash']) ?? '');
    return right ? tokenFor(call, client) : badClient();
  }
  const { onlyToken } = call.parts;
  if (onlyToken === undefined) return tokenFor(call, undefined);
  if (!sameSecret(given.secret, hashOf(onlyToken))) return badClient();
  return { access_token: onlyToken, token_type: 'bearer', expires_in: DAY };
}

function tokenFor(call: Call, client: Entity | undefined): JsonObject {
  const { org } = call;
  const seconds = numberOf(client?.['accessTokenValiditySeconds']) ?? DAY;
  const token = `local-${org.newId()}`;
  const expiresAt = new Date(org.now.getTime() + seconds * 1000).toISOString();
  org.put('token', { id: hashOf(token), expiresAt, ...(client ? { clientId: client.id } : {}) });
  return { access_token: token, token_type: 'bearer', expires_in: seconds };
}

function tokenInfo(call: Call): JsonObject {
  const { id = '', name: orgName } = organization(call.org);
  const self = { id, name: orgName };
  const client = call.parts.clientId === undefined ? undefined : call.org.get('oauthClient', call.parts.clientId);
  return {
    organization: self,
    homeOrganization: self,
    authorizedScope: [],
    OAuthClient: {
      id: client?.id ?? 'local',
      name: client?.['name'] ?? 'local',
      authorizedGrantType: 'CLIENT-CREDENTIALS',
      organization: self,
    },
  };
}

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
  ...collection({
    kind: 'oauthClient',
    path: '/api/v2/oauth/clients',
    permission: 'oauth:client',
    certainty: 'documented',
    note: 'The secret is shown once, to who creates the client; the org keeps its hash.',
    body: {
      name,
      description: text(),
      authorizedGrantType: required(oneOf(...grantTypes)),
      accessTokenValiditySeconds: whole(300, 38_880_000),
      state: oneOf('active', 'disabled', 'inactive'),
      registeredRedirectUri: listOf(text()),
      scope: listOf(text()),
      roleDivisions: listOf(object({ roleId: required(text()), divisionId: text() })),
    },
    keeps: ['secretHash'],
    hides: ['secretHash'],
    complete: (sent) => ({ accessTokenValiditySeconds: DAY, state: 'active', ...sent, secret: undefined }),
    check: ({ authorizedGrantType, roleDivisions }) => {
      const roles = Array.isArray(roleDivisions) ? roleDivisions.length : 0;
      if (authorizedGrantType === 'CLIENT-CREDENTIALS' && roles === 0) {
        throw wrongValue('roleDivisions: a client with the grant CLIENT-CREDENTIALS needs at least one role');
      }
    },
  }).map((route): Route =>
    route.method !== 'POST'
      ? route
      : {
          ...route,
          handle: (call) => {
            const shown = fieldsOf(route.handle(call) as JsonObject);
            const client = call.org.get('oauthClient', textOf(shown['id']) ?? '');
            const secret = `secret-${call.org.newId()}`;
            if (client) call.org.put('oauthClient', { ...client, secretHash: hashOf(secret) });
            return { ...shown, secret };
          },
        },
  ),
];
