import { dataSource } from './base/resource';
import { type Config, required } from './base/schema';

const schema = {
  /** Exact name. */
  name: required('string'),
};

export interface DataGenesyscloudRoutingLanguageConfig extends Config<typeof schema> {}

/** A routing language of the org, found by name. */
export class DataGenesyscloudRoutingLanguage extends dataSource(
  'genesyscloud_routing_language',
  schema,
)<DataGenesyscloudRoutingLanguageConfig> {}
