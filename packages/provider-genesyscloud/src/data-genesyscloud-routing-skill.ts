import { dataSource } from './base/resource';
import { type Config, required } from './base/schema';

const schema = {
  /** Exact name. */
  name: required('string'),
};

export interface DataGenesyscloudRoutingSkillConfig extends Config<typeof schema> {}

/** A routing skill of the org, found by name. */
export class DataGenesyscloudRoutingSkill extends dataSource(
  'genesyscloud_routing_skill',
  schema,
)<DataGenesyscloudRoutingSkillConfig> {}
