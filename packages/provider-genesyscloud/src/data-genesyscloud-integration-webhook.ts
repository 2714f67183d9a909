import { dataSource } from './base/resource';
import { computed, type Config, required } from './base/schema';

const schema = {
  /** Exact name. */
  name: required('string'),
  /** Id of the webhook. */
  webHookId: computed('string'),
  /** URL that others call. */
  invocationUrl: computed('string'),
};

export interface DataGenesyscloudIntegrationWebhookConfig extends Config<typeof schema> {}

/** A webhook integration of the org, found by name. */
export class DataGenesyscloudIntegrationWebhook extends dataSource(
  'genesyscloud_integration_webhook',
  schema,
)<DataGenesyscloudIntegrationWebhookConfig> {}
