import { resource } from './base/resource';
import { type Config } from './base/schema';
import { routingWrapupcode } from './tables/routing-wrapupcode';

export interface RoutingWrapupcodeConfig extends Config<typeof routingWrapupcode> {}

/** What an agent can say a conversation was about. */
export class RoutingWrapupcode extends resource(
  'genesyscloud_routing_wrapupcode',
  routingWrapupcode,
)<RoutingWrapupcodeConfig> {}
