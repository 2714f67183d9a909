import { api, apart, createdOnly, json, unset } from '../base/api-column';
import { block, optional, optionalComputed, required } from '../base/schema';
import { request, response } from './action-config';

export const integrationAction = {
  /** 1 to 256 characters. */
  name: required('string'),
  /** 1 to 256 characters, usually the integration's name. With "function data action" in it, `functionConfig` is used. */
  category: required('string'),
  /** The integration it runs on. A change makes a new action. */
  integrationId: required('string', createdOnly),
  /** JSON schema of the input, an object, in a string. A change makes a new action with a new id. */
  contractInput: required('string', api('contract.input.inputSchema'), json, createdOnly),
  /** JSON schema of the result, an object or array, in a string. A change makes a new action with a new id. */
  contractOutput: required('string', api('contract.output.successSchema'), json, createdOnly),
  /** Handles sensitive data; only secure flows may call it. A change makes a new action. @default false */
  secure: optional('bool', createdOnly, unset(false)),
  /** Seconds a call may last, 1 to 60. @default 60, by the service */
  configTimeoutSeconds: optional('number', api('config.timeoutSeconds')),
  /** The call to the other system. */
  configRequest: block(
    'list',
    '0..1',
    {
      ...request,
      /** URL, a Velocity template. Needed for a REST call. */
      requestUrlTemplate: optionalComputed('string', unset('')),
    },
    api('config.request'),
    unset({}),
  ),
  /** How the answer becomes the result. */
  configResponse: block('list', '0..1', response, api('config.response'), unset({})),
  /** Code that runs instead of a REST call. */
  functionConfig: block(
    'list',
    '0..1',
    {
      /** Path of the zip file with the code. */
      filePath: required('string'),
      /** Name of the function that is called. */
      handler: optionalComputed('string'),
      /** Runtime of the code. */
      runtime: optionalComputed('string'),
      /** Seconds the function may run. */
      timeoutSeconds: optionalComputed('number'),
      /** What the function does. */
      description: optionalComputed('string'),
      /** Id of the uploaded zip file. */
      zipId: optionalComputed('string'),
    },
    apart,
  ),
};
