import { dataSource } from './base/resource';
import { type Config, required } from './base/schema';

const schema = {
  /** Exact name. */
  name: required('string'),
};

export interface DataGenesyscloudFlowOutcomeConfig extends Config<typeof schema> {}

/** A flow outcome of the org, found by name. */
export class DataGenesyscloudFlowOutcome extends dataSource(
  'genesyscloud_flow_outcome',
  schema,
)<DataGenesyscloudFlowOutcomeConfig> {}
