import { resource } from './base/resource';
import { type Config } from './base/schema';
import { routingQueueConditionalGroupRouting } from './tables/routing-queue-conditional-group-routing';

export interface RoutingQueueConditionalGroupRoutingConfig extends Config<typeof routingQueueConditionalGroupRouting> {}

/** Which groups of agents a queue asks one after the other. Needs the provider's `ENABLE_STANDALONE_CGR`. */
export class RoutingQueueConditionalGroupRouting extends resource(
  'genesyscloud_routing_queue_conditional_group_routing',
  routingQueueConditionalGroupRouting,
)<RoutingQueueConditionalGroupRoutingConfig> {}
