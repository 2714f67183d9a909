import { required, text } from '../shape';

/** A token. Its id is its hash. */
export const token = {
  /** ISO 8601. */
  expiresAt: required(text()),
  clientId: text(),
  userId: text(),
};
