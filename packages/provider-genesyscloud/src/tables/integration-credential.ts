import { api, unset } from '../base/api-column';
import { optional, optionalComputed, required, sensitive } from '../base/schema';

export const integrationCredential = {
  /** Name seen in the org. */
  name: optional('string'),
  /** `basicAuth`, `userDefined`, `userDefinedOAuth`, `pureCloudOAuthClient` …; not to be changed once actions use it. */
  credentialTypeName: required('string', api('type.name')),
  /** Values by key, as the type wants them. Never read back; always give them, or every plan shows a change. */
  fields: sensitive(optionalComputed('map(string)', api('credentialFields'), unset({}))),
};
