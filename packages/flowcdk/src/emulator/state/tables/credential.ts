import { bodyOnly, listOf, mapOf, object, readOnly, required, secretText, text, unrepeated } from '../shape';
import type { RecordWithId } from '../record';

/** A credential. The record knows only the names of its values; the values live in memory. */
export const credential = {
  name: text(256),
  type: required(object({ name: required(text(256)) })),
  credentialFields: bodyOnly(unrepeated(mapOf(secretText()))),
  fieldNames: readOnly(listOf(text())),
};

export type Credential = RecordWithId<typeof credential>;
