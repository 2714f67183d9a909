import { resource } from './base/resource';
import { type Config } from './base/schema';
import { flowMilestone } from './tables/flow-milestone';

export interface FlowMilestoneConfig extends Config<typeof flowMilestone> {}

/** A point in a flow that reports count. */
export class FlowMilestone extends resource('genesyscloud_flow_milestone', flowMilestone)<FlowMilestoneConfig> {}
