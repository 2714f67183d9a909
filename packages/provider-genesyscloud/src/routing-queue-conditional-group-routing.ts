import { resource } from './base/resource';
import { block, type Config, optional, required } from './base/schema';
import { memberGroup } from './shared/member-group';

const schema = {
  /** The queue. */
  queueId: required('string'),
  /** Asked in this order. */
  rules: block('list', '1..5', {
    /** Queue whose metric counts; the queue itself when left out, as in the first rule it must be. */
    evaluatedQueueId: optional('string'),
    /** `EstimatedWaitTime` or `ServiceLevel`. @default `EstimatedWaitTime` */
    metric: optional('string'),
    /** `GreaterThan`, `GreaterThanOrEqualTo`, `LessThan` or `LessThanOrEqualTo`. */
    operator: required('string'),
    /** What the metric is compared with, 0 to 259200. */
    conditionValue: required('number'),
    /** Seconds before the next rule is asked, 0 to 259200. @default 2 */
    waitSeconds: optional('number'),
    /** Groups that get the conversation while the rule holds. */
    groups: block('set', '1..*', memberGroup),
  }),
};

export interface RoutingQueueConditionalGroupRoutingConfig extends Config<typeof schema> {}

/** Which groups of agents a queue asks one after the other. Needs the provider's `ENABLE_STANDALONE_CGR`. */
export class RoutingQueueConditionalGroupRouting extends resource(
  'genesyscloud_routing_queue_conditional_group_routing',
  schema,
)<RoutingQueueConditionalGroupRoutingConfig> {}
