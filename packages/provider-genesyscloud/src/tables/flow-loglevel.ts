import { api, apart } from '../base/api-column';
import { required } from '../base/schema';

export const flowLoglevel = {
  /** The flow. A change makes a new setting. */
  flowId: required('string', apart),
  /** `Disabled`, `Base`, `Notes`, `VerboseNotes` or `All`. */
  flowLogLevel: required('string', api('logLevelCharacteristics.level')),
};
