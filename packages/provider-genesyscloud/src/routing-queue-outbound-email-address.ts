import { resource } from './base/resource';
import { type Config, required } from './base/schema';

const schema = {
  /** The queue. */
  queueId: required('string'),
  /** Domain of the address, for instance `support.example.com`. */
  domainId: required('string'),
  /** Email route in that domain. */
  routeId: required('string'),
};

export interface RoutingQueueOutboundEmailAddressAConfig extends Config<typeof schema> {}

/**
 * The address a queue sends its emails from. Needs the provider's `ENABLE_STANDALONE_EMAIL_ADDRESS`.
 *
 * The name ends in A as with `cdktf get`, where the block of a queue has the name without it.
 */
export class RoutingQueueOutboundEmailAddressA extends resource(
  'genesyscloud_routing_queue_outbound_email_address',
  schema,
)<RoutingQueueOutboundEmailAddressAConfig> {}
