import { textOf } from '../../state/json';
import { type KindName, kinds } from '../../state/kinds';
import type { Entity, Org } from '../../state/org';

/**
 * Empties an org and fills it again. What no snapshot has stays, as far as it still belongs to something there: tokens,
 * hashes of the secrets of OAuth clients, values of credentials.
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

/** The client and the user of a token are there; those of the administrator belong to nobody. */
const belongs = (org: Org, { clientId, userId }: Entity): boolean =>
  (clientId === undefined || org.get('oauthClient', textOf(clientId) ?? '') !== undefined) &&
  (userId === undefined || org.get('user', textOf(userId) ?? '') !== undefined);
