import { resource } from './base/resource';
import { block, type Config, required } from './base/schema';
import { activationRule } from './shared/conditional-group-activation';
import { memberGroup } from './shared/member-group';

const schema = {
  /** The queue. */
  queueId: required('string'),
  /** Tells whether the queue is under pressure at all; without it the rules are always asked. */
  pilotRule: block('list', '0..1', activationRule),
  /** Which groups to add and when. */
  rules: block('list', '1..5', {
    ...activationRule,
    /** Groups added while the rule holds. */
    groups: block('list', '1..5', memberGroup),
  }),
};

export interface RoutingQueueConditionalGroupActivationAConfig extends Config<typeof schema> {}

/**
 * Which groups of agents a queue adds when it is under pressure. Needs the provider's `ENABLE_STANDALONE_CGA`.
 *
 * The name ends in A as with `cdktf get`, where the block of a queue has the name without it.
 */
export class RoutingQueueConditionalGroupActivationA extends resource(
  'genesyscloud_routing_queue_conditional_group_activation',
  schema,
)<RoutingQueueConditionalGroupActivationAConfig> {}
