import { oneOf, orEmpty, otherwise, readOnly, required, text } from '../shape';
import type { Thing } from '../thing';

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

export type DidPool = Thing<typeof didPool>;
