import { resource } from './base/resource';
import { block, type Config, optional, optionalComputed, required } from './base/schema';
import { request, response } from './shared/action-config';

const schema = {
  /** 1 to 256 characters. */
  name: required('string'),
  /** 1 to 256 characters, usually the integration's name. With "function data action" in it, `functionConfig` is used. */
  category: required('string'),
  /** The integration it runs on. A change makes a new action. */
  integrationId: required('string'),
  /** JSON schema of the input, an object, in a string. A change makes a new action with a new id. */
  contractInput: required('string'),
  /** JSON schema of the result, an object or array, in a string. A change makes a new action with a new id. */
  contractOutput: required('string'),
  /** Handles sensitive data; only secure flows may call it. A change makes a new action. @default false */
  secure: optional('bool'),
  /** Seconds a call may last, 1 to 60. @default 60, by the service */
  configTimeoutSeconds: optional('number'),
  /** The call to the other system. */
  configRequest: block('list', '0..1', {
    ...request,
    /** URL, a Velocity template. Needed for a REST call. */
    requestUrlTemplate: optionalComputed('string'),
  }),
  /** How the answer becomes the result. */
  configResponse: block('list', '0..1', response),
  /** Code that runs instead of a REST call. */
  functionConfig: block('list', '0..1', {
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
  }),
};

export interface IntegrationActionConfig extends Config<typeof schema> {}

/** A data action: a published REST call with a contract. Architect names it by category and name. */
export class IntegrationAction extends resource('genesyscloud_integration_action', schema)<IntegrationActionConfig> {}
