import { resource } from './base/resource';
import { type Config } from './base/schema';
import { flowLoglevel } from './tables/flow-loglevel';

export interface FlowLoglevelConfig extends Config<typeof flowLoglevel> {}

/** How much the executions of one flow write to their log. */
export class FlowLoglevel extends resource('genesyscloud_flow_loglevel', flowLoglevel)<FlowLoglevelConfig> {}
