import { api, apart, unset } from '../base/api-column';
import { block, computed, optional, optionalComputed, required, sensitive } from '../base/schema';

export const oauthClient = {
  /** Name seen in the org. */
  name: required('string'),
  /** `CLIENT-CREDENTIALS`, `CODE`, `TOKEN`, `SAML2-BEARER` or `PASSWORD`. */
  authorizedGrantType: required('string'),
  /** What the client is for. */
  description: optional('string', unset('')),
  /** Lifetime of a token in seconds, 300 to 172800 (38880000 with SCIM). @default 86400 */
  accessTokenValiditySeconds: optional('number', unset(86_400)),
  /** Where a user may be sent back to after signing in. */
  registeredRedirectUris: optional('set(string)', api('registeredRedirectUri')),
  /** What the client may ask for; every grant but `CLIENT-CREDENTIALS` needs it. */
  scopes: optional('set(string)', api('scope')),
  /** What the client may do, with `CLIENT-CREDENTIALS`. Whoever runs Terraform must hold these roles. */
  roles: block(
    'set',
    '0..*',
    {
      /** The role. */
      roleId: required('string'),
      /** Division it is granted for: the home division when left out, `*` for all. */
      divisionId: optionalComputed('string'),
    },
    api('roleDivisions'),
    unset([]),
  ),
  /** `active` or `inactive`. @default `active` */
  state: optional('string', unset('active')),
  /** Also make an integration credential of this name, of type `pureCloudOAuthClient`, with id and secret. */
  integrationCredentialName: optional('string', apart),
  /** Id of that credential. */
  integrationCredentialId: computed('string'),
  /** What the program signs in with. */
  clientId: computed('string'),
  /** The secret, only with `exposeClientSecret`. */
  clientSecret: sensitive(optionalComputed('string', apart)),
  /** Keep the secret in Terraform's state. @default false */
  exposeClientSecret: optional('bool', apart),
  /** Folder a file with the secret is written to. */
  directoryClientSecret: optional('string', apart),
};
