import { resource } from './base/resource';
import { type Config } from './base/schema';
import { routingQueueOutboundEmailAddress } from './tables/routing-queue-outbound-email-address';

export interface RoutingQueueOutboundEmailAddressAConfig extends Config<typeof routingQueueOutboundEmailAddress> {}

/**
 * The address a queue sends its emails from. Needs the provider's `ENABLE_STANDALONE_EMAIL_ADDRESS`.
 *
 * The name ends in A as with `cdktf get`, where the block of a queue has the name without it.
 */
export class RoutingQueueOutboundEmailAddressA extends resource(
  'genesyscloud_routing_queue_outbound_email_address',
  routingQueueOutboundEmailAddress,
)<RoutingQueueOutboundEmailAddressAConfig> {}
