import type { Org, Secret } from './org';
import type { Credential } from './tables/credential';

/** What stands in the place of values that are gone. */
export const LOST = '(values are gone: apply again)';

/** The org was started again since the values came. */
export const hasLostValues = (credential: Credential, org: Org): boolean =>
  (credential.fieldNames ?? []).length > 0 && org.secret(credential.id) === undefined;

/**
 * The values of a credential, for what calls with them; or why it has none, in words for the person who reads a failed call.
 *
 * Values live in memory alone. After a restart the local org knows that there were some, and not what they were.
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
