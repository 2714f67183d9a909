import { resource } from './base/resource';
import { type Config } from './base/schema';
import { routingQueue } from './tables/routing-queue';

export interface RoutingQueueConfig extends Config<typeof routingQueue> {}

/** A queue: conversations that wait for an agent, and who the agents are. */
export class RoutingQueue extends resource('genesyscloud_routing_queue', routingQueue)<RoutingQueueConfig> {}
