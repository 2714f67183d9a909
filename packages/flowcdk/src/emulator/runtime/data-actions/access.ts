import { credentialValues } from '../../state/credential-values';
import { customAuthId } from '../../state/custom-auth-action';
import { fieldsOf, type Json, numberOf } from '../../state/json';
import type { Org, Secret } from '../../state/org';
import type { ActionDraft, DataAction } from '../../state/tables/data-action';
import type { Integration } from '../../state/tables/integration';
import { notUsable } from './failure';

/** The access that a data action has through its integration. */
export interface Access {
  readonly integrationId: string;
  /** Whether requests go to the org's own API: its data actions are of the type `purecloud-data-actions`. */
  readonly isOwnApi: boolean;
  /** The values of `${credentials.x}`. */
  readonly credentials: Secret;
  /** The authorization header that the platform adds by itself. */
  readonly authorization?: string;
  /** The OAuth client whose permissions apply to calls of the org's own API. */
  readonly clientId?: string;
  /** The custom auth action that gets a token first. */
  readonly customAuth?: DataAction;
}

/** Whether an action is the custom auth action of its integration: its result is a token. */
export const isCustomAuth = ({ id, integrationId }: ActionDraft): boolean => id === customAuthId(integrationId);

/** The access of a data action: its integration and credential. Throws if they cannot be used. */
export function accessOf(action: ActionDraft, org: Org): Access {
  const integrationId = action.integrationId;
  const integration = org.get('integration', integrationId);
  if (!integration) throw notUsable(`The integration of the data action '${action.name}' is gone.`);
  if (integration.intendedState !== 'ENABLED') {
    throw notUsable(`The integration '${integration.name}' is not enabled.`);
  }
  const isOwnApi = integration.integrationType.id === 'purecloud-data-actions';
  const name = integration.name;
  const credentialId = credentialOf(integration);
  if (credentialId === undefined) {
    if (isOwnApi) throw notUsable(noClient(name));
    return { integrationId, isOwnApi, credentials: {} };
  }
  const credential = credentialValues(org, credentialId);
  if (!credential.values) throw notUsable(credential.missing);
  const { values: credentials } = credential;
  const type = org.get('credential', credentialId)?.type.name;
  const customAuth = org.get('dataAction', customAuthId(integrationId));
  const clientId = type === 'pureCloudOAuthClient' ? credentials['clientId'] : undefined;
  if (isOwnApi) needsClient(name, clientId, org);
  return {
    integrationId,
    isOwnApi,
    credentials,
    ...(type === 'basicAuth' ? { authorization: basic(credentials) } : {}),
    ...(clientId === undefined ? {} : { clientId }),
    ...(customAuth && action.id !== customAuth.id ? { customAuth } : {}),
  };
}

/** Checks the OAuth client for calls of the org's own API: it must exist and be active. */
function needsClient(integration: string, clientId: string | undefined, org: Org): void {
  if (clientId === undefined) throw notUsable(noClient(integration));
  const state = org.get('oauthClient', clientId)?.state;
  if (state === 'active') return;
  const what = state === undefined ? 'is not in this org' : `is ${state}`;
  throw notUsable(`The OAuth client ${clientId} of the integration '${integration}' ${what}.`);
}

const noClient = (integration: string): string =>
  `The integration '${integration}' has no OAuth client to call the API as; give it a credential of type pureCloudOAuthClient.`;

/** The id of the credential in the first slot of an integration that has one. */
const credentialOf = ({ credentials = {} }: Integration): string | undefined => Object.values(credentials)[0]?.id;

const signedIn = new WeakMap<Secret, string>();

/**
 * The header value for basic authentication. It is computed once for a credential object; changed values are another
 * object.
 */
function basic(secret: Secret): string {
  const known = signedIn.get(secret);
  if (known !== undefined) return known;
  const { userName = '', password = '' } = secret;
  const header = `Basic ${Buffer.from(`${userName}:${password}`).toString('base64')}`;
  signedIn.set(secret, header);
  return header;
}

/** A token from a custom auth action. It is kept until shortly before it expires. */
export interface Token {
  readonly response: Json;
  /** Milliseconds since 1970. */
  readonly until: number;
}

/** The lifetime in seconds of a token whose response names none (assumed). */
const USUAL_LIFETIME = 60 * 60;
/** How many seconds before its expiry a token is renewed, so that it does not expire on its way. */
const EARLY = 30;

/** @param now milliseconds since 1970 */
export function tokenFrom(response: Json, now: number): Token {
  const { expires_in: lifetime } = fieldsOf(response);
  // Some services send the number as a text.
  const seconds =
    numberOf(typeof lifetime === 'string' && /^\d+$/.test(lifetime) ? Number(lifetime) : lifetime) ?? USUAL_LIFETIME;
  return { response, until: now + Math.max(0, seconds - EARLY) * 1000 };
}
