import { api, createdOnly, json, unset } from '../base/api-column';
import { block, optional, required } from '../base/schema';
import { request, response } from './action-config';

export const integrationActionDraft = {
  /** 1 to 256 characters. */
  name: required('string'),
  /** 1 to 256 characters, usually the integration's name. */
  category: required('string'),
  /** The integration it would run on. A change makes a new draft. */
  integrationId: required('string', createdOnly),
  /** JSON schema of the input, in a string; no boolean `additionalProperties`. A change makes a new draft. */
  contractInput: required('string', api('contract.input.inputSchema'), json),
  /** JSON schema of the result, in a string; no boolean `additionalProperties`. A change makes a new draft. */
  contractOutput: required('string', api('contract.output.successSchema'), json),
  /** Handles sensitive data. A change makes a new draft. @default false */
  secure: optional('bool', unset(false)),
  /** Seconds a call may last, 1 to 60. @default 60, by the service */
  configTimeoutSeconds: optional('number', api('config.timeoutSeconds')),
  /** The call to the other system. */
  configRequest: block(
    'list',
    '0..1',
    {
      ...request,
      /** URL, a Velocity template. */
      requestUrlTemplate: required('string', unset('')),
    },
    api('config.request'),
    unset({}),
  ),
  /** How the answer becomes the result. */
  configResponse: block('list', '0..1', response, api('config.response'), unset({})),
};
