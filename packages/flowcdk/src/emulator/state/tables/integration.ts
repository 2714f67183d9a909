import {
  anyObject,
  filled,
  mapOf,
  object,
  oneOf,
  otherwise,
  readOnly,
  reference,
  required,
  text,
  whole,
} from '../shape';
import type { RecordWithId } from '../record';

/** An integration. Its settings are a resource of their own, with a version of their own. */
export const integration = {
  name: filled(text(256)),
  intendedState: otherwise(oneOf('ENABLED', 'DISABLED', 'DELETED', 'RESTORED'), 'DISABLED'),
  integrationType: required(object({ id: required(text(256)) })),
  configVersion: readOnly(filled(whole())),
  notes: readOnly(text()),
  properties: readOnly(anyObject),
  advanced: readOnly(anyObject),
  /** The credentials by slot. */
  credentials: readOnly(mapOf(reference)),
};

export type Integration = RecordWithId<typeof integration>;
