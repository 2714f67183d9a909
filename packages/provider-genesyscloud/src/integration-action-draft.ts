import { resource } from './base/resource';
import { type Config } from './base/schema';
import { integrationActionDraft } from './tables/integration-action-draft';

export interface IntegrationActionDraftConfig extends Config<typeof integrationActionDraft> {}

/** A data action that is only drafted, for review: nothing publishes, tests or checks it. */
export class IntegrationActionDraft extends resource(
  'genesyscloud_integration_action_draft',
  integrationActionDraft,
)<IntegrationActionDraftConfig> {}
