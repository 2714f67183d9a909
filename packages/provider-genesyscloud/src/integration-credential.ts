import { resource } from './base/resource';
import { type Config, optional, optionalComputed, required, sensitive } from './base/schema';

const schema = {
  /** Name seen in the org. */
  name: optional('string'),
  /** `basicAuth`, `userDefined`, `userDefinedOAuth`, `pureCloudOAuthClient` …; not to be changed once actions use it. */
  credentialTypeName: required('string'),
  /** Values by key, as the type wants them. Never read back; always give them, or every plan shows a change. */
  fields: sensitive(optionalComputed('map(string)')),
};

export interface IntegrationCredentialConfig extends Config<typeof schema> {}

/** What an integration signs in with. */
export class IntegrationCredential extends resource(
  'genesyscloud_integration_credential',
  schema,
)<IntegrationCredentialConfig> {}
