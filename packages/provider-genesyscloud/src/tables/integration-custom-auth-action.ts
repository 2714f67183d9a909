import { api, apart, unset } from '../base/api-column';
import { block, optionalComputed, required } from '../base/schema';
import { request, response } from './action-config';

export const integrationCustomAuthAction = {
  /** The integration; its slot `basicAuth` holds a `userDefinedOAuth` credential. A change makes a new one. */
  integrationId: required('string', apart),
  /** 1 to 256 characters; the service names it when left out. */
  name: optionalComputed('string'),
  /** The call that asks for a token. */
  configRequest: block(
    'list',
    '0..1',
    {
      ...request,
      /** URL, a Velocity template; `${credentials.…}` are the credential's fields. */
      requestUrlTemplate: required('string', unset('')),
    },
    api('config.request'),
    unset({}),
  ),
  /** How the answer becomes the token. */
  configResponse: block('list', '0..1', response, api('config.response'), unset({})),
};
