import { resource } from './base/resource';
import { block, type Config, optionalComputed, required } from './base/schema';
import { request, response } from './shared/action-config';

const schema = {
  /** The integration; its slot `basicAuth` holds a `userDefinedOAuth` credential. A change makes a new one. */
  integrationId: required('string'),
  /** 1 to 256 characters; the service names it when left out. */
  name: optionalComputed('string'),
  /** The call that asks for a token. */
  configRequest: block('list', '0..1', {
    ...request,
    /** URL, a Velocity template; `${credentials.…}` are the credential's fields. */
    requestUrlTemplate: required('string'),
  }),
  /** How the answer becomes the token. */
  configResponse: block('list', '0..1', response),
};

export interface IntegrationCustomAuthActionConfig extends Config<typeof schema> {}

/** The token request of a `custom-rest-actions` integration. It exists with the integration and is only changed here. */
export class IntegrationCustomAuthAction extends resource(
  'genesyscloud_integration_custom_auth_action',
  schema,
)<IntegrationCustomAuthActionConfig> {}
