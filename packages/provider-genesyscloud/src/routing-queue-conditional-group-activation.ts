import { resource } from './base/resource';
import { type Config } from './base/schema';
import { routingQueueConditionalGroupActivation } from './tables/routing-queue-conditional-group-activation';

export interface RoutingQueueConditionalGroupActivationAConfig extends Config<
  typeof routingQueueConditionalGroupActivation
> {}

/**
 * Which groups of agents a queue adds when it is under pressure. Needs the provider's `ENABLE_STANDALONE_CGA`.
 *
 * The name ends in A as with `cdktf get`, where the block of a queue has the name without it.
 */
export class RoutingQueueConditionalGroupActivationA extends resource(
  'genesyscloud_routing_queue_conditional_group_activation',
  routingQueueConditionalGroupActivation,
)<RoutingQueueConditionalGroupActivationAConfig> {}
