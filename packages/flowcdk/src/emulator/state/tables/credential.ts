import { bodyOnly, listOf, mapOf, object, readOnly, required, secretText, text } from '../shape';
import type { Thing } from '../thing';

/** A credential. Its values are in memory alone; the record knows their names. */
export const credential = {
  name: text(256),
  type: required(object({ name: required(text(256)) })),
  credentialFields: bodyOnly(mapOf(secretText())),
  fieldNames: readOnly(listOf(text())),
};

export type Credential = Thing<typeof credential>;
