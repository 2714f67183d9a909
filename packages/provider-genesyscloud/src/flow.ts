import { resource } from './base/resource';
import { type Config } from './base/schema';
import { flow } from './tables/flow';

export interface FlowConfig extends Config<typeof flow> {}

/** An Architect flow, uploaded from a YAML file and published. */
export class Flow extends resource('genesyscloud_flow', flow)<FlowConfig> {}
