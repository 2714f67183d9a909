import { dataSource } from './base/resource';
import { type Config, required } from './base/schema';

const schema = {
  /** Exact name. */
  name: required('string'),
};

export interface DataGenesyscloudFlowMilestoneConfig extends Config<typeof schema> {}

/** A flow milestone of the org, found by name. */
export class DataGenesyscloudFlowMilestone extends dataSource(
  'genesyscloud_flow_milestone',
  schema,
)<DataGenesyscloudFlowMilestoneConfig> {}
