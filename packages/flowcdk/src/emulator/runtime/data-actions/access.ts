import { credentialValues } from '../../state/credential-values';
import { customAuthId } from '../../state/custom-auth-action';
import { fieldsOf, type Json, numberOf } from '../../state/json';
import type { Org, Secret } from '../../state/org';
import type { ActionDraft, DataAction } from '../../state/tables/data-action';
import type { Integration } from '../../state/tables/integration';
import { notUsable } from './failure';

/** How a data action may call: what its integration lends it. */
export interface Access {
  readonly integrationId: string;
  /** Whether requests go to the org's own API: its data actions are of the type `purecloud-data-actions`. */
  readonly isOwnApi: boolean;
  /** What `${credentials.x}` means. */
  readonly credentials: Secret;
  /** Header the platform adds by itself. */
  readonly authorization?: string;
  /** The OAuth client whose permissions count, for calls of the org's own API. */
  readonly clientId?: string;
  /** The action by which a token is got first. */
  readonly customAuth?: DataAction;
}

/** The integration of a data action and its credential. Throws where it cannot be used. */
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

/** The org's own API is called as an OAuth client that is there and active. */
function needsClient(integration: string, clientId: string | undefined, org: Org): void {
  if (clientId === undefined) throw notUsable(noClient(integration));
  const state = org.get('oauthClient', clientId)?.state;
  if (state === 'active') return;
  const what = state === undefined ? 'is not in this org' : `is ${state}`;
  throw notUsable(`The OAuth client ${clientId} of the integration '${integration}' ${what}.`);
}

const noClient = (integration: string): string =>
  `The integration '${integration}' has no OAuth client to call the API as; give it a credential of type pureCloudOAuthClient.`;

/** The credential in the first of its slots that has one. */
const credentialOf = ({ credentials = {} }: Integration): string | undefined => Object.values(credentials)[0]?.id;

const signedIn = new WeakMap<Secret, string>();

/** What basic authentication sends; values that change are another object. */
function basic(secret: Secret): string {
  const known = signedIn.get(secret);
  if (known !== undefined) return known;
  const { userName = '', password = '' } = secret;
  const header = `Basic ${Buffer.from(`${userName}:${password}`).toString('base64')}`;
  signedIn.set(secret, header);
  return header;
}

/** A token that a custom auth action got, kept until shortly before it expires. */
export interface Token {
  readonly response: Json;
  /** Milliseconds since 1970. */
  readonly until: number;
}

/** A token that does not say how long it is good for is got again after so long (assumed). */
const USUAL_LIFETIME = 60 * 60;
/** Got again that long before it expires, so that it does not expire on its way. */
const EARLY = 30;

/** @param now milliseconds since 1970 */
export function tokenFrom(response: Json, now: number): Token {
  const { expires_in: lifetime } = fieldsOf(response);
  // Some services write the number as a text.
  const seconds =
    numberOf(typeof lifetime === 'string' && /^\d+$/.test(lifetime) ? Number(lifetime) : lifetime) ?? USUAL_LIFETIME;
  return { response, until: now + Math.max(0, seconds - EARLY) * 1000 };
}
