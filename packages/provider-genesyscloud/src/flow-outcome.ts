import { resource } from './base/resource';
import { type Config } from './base/schema';
import { flowOutcome } from './tables/flow-outcome';

export interface FlowOutcomeConfig extends Config<typeof flowOutcome> {}

/** A result a flow can report. One of the same name is taken over, and none is ever deleted from the org. */
export class FlowOutcome extends resource('genesyscloud_flow_outcome', flowOutcome)<FlowOutcomeConfig> {}
