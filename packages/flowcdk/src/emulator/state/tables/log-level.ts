import { anyObject, object, oneOf, readOnly, required, text } from '../shape';
import type { RecordWithId } from '../record';

const level = required(oneOf('Unknown', 'Disabled', 'Base', 'Notes', 'VerboseNotes', 'All'));

/** The log level of the runs of a flow, or of all flows. */
export const logLevel = {
  flowId: readOnly(text()),
  logLevelCharacteristics: required(object({ level, characteristics: anyObject })),
};

export type LogLevel = RecordWithId<typeof logLevel>;
