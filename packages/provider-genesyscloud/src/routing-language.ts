import { resource } from './base/resource';
import { type Config } from './base/schema';
import { routingLanguage } from './tables/routing-language';

export interface RoutingLanguageConfig extends Config<typeof routingLanguage> {}

/** A language an agent speaks, for routing. */
export class RoutingLanguage extends resource(
  'genesyscloud_routing_language',
  routingLanguage,
)<RoutingLanguageConfig> {}
