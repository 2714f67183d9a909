import { resource } from './base/resource';
import { type Config, optional, optionalComputed, required } from './base/schema';

const schema = {
  /** Seen by agents. */
  name: required('string'),
  /** Division it belongs to; `*`, all of them, when left out. */
  divisionId: optionalComputed('string'),
  /** When to use the code. */
  description: optional('string'),
};

export interface RoutingWrapupcodeConfig extends Config<typeof schema> {}

/** What an agent can say a conversation was about. */
export class RoutingWrapupcode extends resource('genesyscloud_routing_wrapupcode', schema)<RoutingWrapupcodeConfig> {}
