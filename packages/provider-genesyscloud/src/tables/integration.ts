import { api, apart, json, referenceMap, unset } from '../base/api-column';
import { block, optional, optionalComputed, required } from '../base/schema';

export const integration = {
  /** Id of the type, for instance `custom-rest-actions` or `purecloud-data-actions`. To change it, make another one. */
  integrationType: required('string', api('integrationType.id')),
  /** `ENABLED` or `DISABLED`; data actions fail on a disabled integration. @default `DISABLED` */
  intendedState: optional('string', unset('DISABLED')),
  /** Its settings; their content depends on the type. */
  config: block(
    'list',
    '0..1',
    {
      /** Name seen in the org, which picks one when left out. */
      name: optionalComputed('string'),
      /** Notes for administrators. */
      notes: optional('string', unset('')),
      /** Properties of the type, as a JSON object in a string. */
      properties: optionalComputed('string', json),
      /** Advanced settings, as a JSON object in a string. */
      advanced: optionalComputed('string', json),
      /** Credential ids by slot: `basicAuth` for `custom-rest-actions`, `pureCloudOAuthClient` for Genesys Cloud's own. */
      credentials: optional('map(string)', referenceMap, unset({})),
    },
    apart,
  ),
};
