import { resource } from './base/resource';
import { type Config, required } from './base/schema';

const schema = {
  /** Unique in the org. A change makes a new language. */
  name: required('string'),
};

export interface RoutingLanguageConfig extends Config<typeof schema> {}

/** A language an agent speaks, for routing. */
export class RoutingLanguage extends resource('genesyscloud_routing_language', schema)<RoutingLanguageConfig> {}
