import { name, otherwise, readOnly, text, yesNo } from '../shape';
import type { Thing } from '../thing';

/** A division. Everything that belongs to no other division belongs to the home division. */
export const division = {
  homeDivision: readOnly(otherwise(yesNo, false)),
  name,
  description: text(),
};

export type Division = Thing<typeof division>;
