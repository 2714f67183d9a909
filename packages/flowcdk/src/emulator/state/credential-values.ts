import type { Org, Secret } from './org';
import type { Credential } from './tables/credential';

/** Stands in the place of lost values. */
export const LOST = '(values are gone: apply again)';

/** Whether the org has restarted since the values of a credential arrived. */
export const hasLostValues = (credential: Credential, org: Org): boolean =>
  (credential.fieldNames ?? []).length > 0 && org.secret(credential.id) === undefined;

/**
 * The values of a credential, for a request of a data action; or the reason why they are missing, in words for the
 * reader of the failure.
 *
 * Values live only in memory. After a restart the local org knows that a credential had values, but not which.
 */
export function credentialValues(
  org: Org,
  id: string,
): { readonly values: Secret } | { readonly values?: undefined; readonly missing: string } {
  const credential = org.get('credential', id);
  if (!credential) return { missing: `There is no credential ${id}.` };
  if (!hasLostValues(credential, org)) return { values: org.secret(id) ?? {} };
  const named = credential.name ?? id;
  return {
    missing:
      `The values of the credential '${named}' are gone: the local org keeps them in memory only and was started ` +
      'again since. Apply the credential again: terraform apply, or flowcdk org apply.',
  };
}
