import { resource } from './base/resource';
import { block, type Config, optional, required } from './base/schema';
import { request, response } from './shared/action-config';

const schema = {
  /** 1 to 256 characters. */
  name: required('string'),
  /** 1 to 256 characters, usually the integration's name. */
  category: required('string'),
  /** The integration it would run on. A change makes a new draft. */
  integrationId: required('string'),
  /** JSON schema of the input, in a string; no boolean `additionalProperties`. A change makes a new draft. */
  contractInput: required('string'),
  /** JSON schema of the result, in a string; no boolean `additionalProperties`. A change makes a new draft. */
  contractOutput: required('string'),
  /** Handles sensitive data. A change makes a new draft. @default false */
  secure: optional('bool'),
  /** Seconds a call may last, 1 to 60. @default 60, by the service */
  configTimeoutSeconds: optional('number'),
  /** The call to the other system. */
  configRequest: block('list', '0..1', {
    ...request,
    /** URL, a Velocity template. */
    requestUrlTemplate: required('string'),
  }),
  /** How the answer becomes the result. */
  configResponse: block('list', '0..1', response),
};

export interface IntegrationActionDraftConfig extends Config<typeof schema> {}

/** A data action that is only drafted, for review: nothing publishes, tests or checks it. */
export class IntegrationActionDraft extends resource(
  'genesyscloud_integration_action_draft',
  schema,
)<IntegrationActionDraftConfig> {}
