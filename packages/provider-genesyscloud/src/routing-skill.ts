import { resource } from './base/resource';
import { type Config, required } from './base/schema';

const schema = {
  /** Unique in the org. A change makes a new skill. */
  name: required('string'),
};

export interface RoutingSkillConfig extends Config<typeof schema> {}

/** Something an agent can do, for routing. */
export class RoutingSkill extends resource('genesyscloud_routing_skill', schema)<RoutingSkillConfig> {}
