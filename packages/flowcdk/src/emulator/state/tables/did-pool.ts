import { oneOf, orEmpty, otherwise, readOnly, required, text } from '../shape';
import type { RecordWithId } from '../record';

/** A range of numbers. */
export const didPool = {
  /** E.164. */
  startPhoneNumber: required(text(20)),
  endPhoneNumber: required(text(20)),
  description: text(),
  comments: text(),
  provider: orEmpty(oneOf('PURE_CLOUD', 'PURE_CLOUD_VOICE')),
  state: readOnly(otherwise(oneOf('active'), 'active')),
};

export type DidPool = RecordWithId<typeof didPool>;
