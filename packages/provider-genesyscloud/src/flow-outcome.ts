import { resource } from './base/resource';
import { type Config, optional, optionalComputed, required } from './base/schema';

const schema = {
  /** Unique in the org. */
  name: required('string'),
  /** Division it belongs to; the home division when left out. */
  divisionId: optionalComputed('string'),
  /** What the outcome stands for. */
  description: optional('string'),
};

export interface FlowOutcomeConfig extends Config<typeof schema> {}

/** A result a flow can report. One of the same name is taken over, and none is ever deleted from the org. */
export class FlowOutcome extends resource('genesyscloud_flow_outcome', schema)<FlowOutcomeConfig> {}
