import { textOf } from '../../state/json';
import { type KindName, kinds } from '../../state/kinds';
import type { Entity, Org } from '../../state/org';

/**
 * Empties an org and fills it again. Snapshots have no tokens, no hashes of OAuth secrets and no values of credentials.
 * These stay, as far as their owner still exists.
 */
export function refill(org: Org, fill: () => void): void {
  const tokens = org.all('token');
  const hashes = new Map(org.all('oauthClient').map(({ id, secretHash }) => [id, secretHash]));
  const values = new Map(org.all('credential').map(({ id }) => [id, org.secret(id)]));
  for (const kind of Object.keys(kinds) as KindName[]) for (const { id } of org.all(kind)) org.remove(kind, id);
  fill();
  for (const client of org.all('oauthClient')) {
    const secretHash = hashes.get(client.id);
    if (secretHash !== undefined) org.put('oauthClient', { ...client, secretHash });
  }
  for (const { id } of org.all('credential')) org.putSecret(id, values.get(id));
  for (const token of tokens) if (belongs(org, token)) org.put('token', token);
}

/** Whether the client and the user of a token still exist. Tokens of the administrator have neither. */
const belongs = (org: Org, { clientId, userId }: Entity): boolean =>
  (clientId === undefined || org.get('oauthClient', textOf(clientId) ?? '') !== undefined) &&
  (userId === undefined || org.get('user', textOf(userId) ?? '') !== undefined);
