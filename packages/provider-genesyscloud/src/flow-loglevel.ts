import { resource } from './base/resource';
import { type Config, required } from './base/schema';

const schema = {
  /** The flow. A change makes a new setting. */
  flowId: required('string'),
  /** `Disabled`, `Base`, `Notes`, `VerboseNotes` or `All`. */
  flowLogLevel: required('string'),
};

export interface FlowLoglevelConfig extends Config<typeof schema> {}

/** How much the executions of one flow write to their log. */
export class FlowLoglevel extends resource('genesyscloud_flow_loglevel', schema)<FlowLoglevelConfig> {}
