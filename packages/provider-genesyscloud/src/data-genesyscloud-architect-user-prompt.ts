import { dataSource } from './base/resource';
import { type Config, required } from './base/schema';

const schema = {
  /** Exact name. */
  name: required('string'),
};

export interface DataGenesyscloudArchitectUserPromptConfig extends Config<typeof schema> {}

/** A user prompt of the org, found by name. */
export class DataGenesyscloudArchitectUserPrompt extends dataSource(
  'genesyscloud_architect_user_prompt',
  schema,
)<DataGenesyscloudArchitectUserPromptConfig> {}
