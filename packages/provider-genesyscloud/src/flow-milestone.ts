import { resource } from './base/resource';
import { type Config, optional, optionalComputed, required } from './base/schema';

const schema = {
  /** Unique in the org. */
  name: required('string'),
  /** Division it belongs to; the home division when left out. */
  divisionId: optionalComputed('string'),
  /** What passing the milestone means. */
  description: optional('string'),
};

export interface FlowMilestoneConfig extends Config<typeof schema> {}

/** A point in a flow that reports count. */
export class FlowMilestone extends resource('genesyscloud_flow_milestone', schema)<FlowMilestoneConfig> {}
