import { dataSource } from './base/resource';
import { type Config, required } from './base/schema';

const schema = {
  /** Exact name. */
  name: required('string'),
};

export interface DataGenesyscloudRoutingQueueConfig extends Config<typeof schema> {}

/** A queue of the org, found by name. */
export class DataGenesyscloudRoutingQueue extends dataSource(
  'genesyscloud_routing_queue',
  schema,
)<DataGenesyscloudRoutingQueueConfig> {}
