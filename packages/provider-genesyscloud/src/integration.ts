import { resource } from './base/resource';
import { block, type Config, optional, optionalComputed, required } from './base/schema';

const schema = {
  /** Id of the type, for instance `custom-rest-actions` or `purecloud-data-actions`. To change it, make another one. */
  integrationType: required('string'),
  /** `ENABLED` or `DISABLED`; data actions fail on a disabled integration. @default `DISABLED` */
  intendedState: optional('string'),
  /** Its settings; their content depends on the type. */
  config: block('list', '0..1', {
    /** Name seen in the org, which picks one when left out. */
    name: optionalComputed('string'),
    /** Notes for administrators. */
    notes: optional('string'),
    /** Properties of the type, as a JSON object in a string. */
    properties: optionalComputed('string'),
    /** Advanced settings, as a JSON object in a string. */
    advanced: optionalComputed('string'),
    /** Credential ids by slot: `basicAuth` for `custom-rest-actions`, `pureCloudOAuthClient` for Genesys Cloud's own. */
    credentials: optional('map(string)'),
  }),
};

export interface IntegrationConfig extends Config<typeof schema> {}

/** An integration of the org with something outside, for instance the one data actions run on. */
export class Integration extends resource('genesyscloud_integration', schema)<IntegrationConfig> {}
