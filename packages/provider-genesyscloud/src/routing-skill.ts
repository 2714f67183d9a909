import { resource } from './base/resource';
import { type Config } from './base/schema';
import { routingSkill } from './tables/routing-skill';

export interface RoutingSkillConfig extends Config<typeof routingSkill> {}

/** Something an agent can do, for routing. */
export class RoutingSkill extends resource('genesyscloud_routing_skill', routingSkill)<RoutingSkillConfig> {}
