import { name, otherwise, readOnly, text, yesNo } from '../shape';
import type { RecordWithId } from '../record';

/** A division. Everything that belongs to no other division belongs to the home division. */
export const division = {
  homeDivision: readOnly(otherwise(yesNo, false)),
  name,
  description: text(),
};

export type Division = RecordWithId<typeof division>;
