import { reference, required, text } from '../shape';

/** The flow that the messages to an SMS number start. Its id is that of the number (assumed). */
export const messageRecipient = {
  numberId: required(text(256)),
  flow: required(reference),
  /** ISO 8601, UTC. */
  dateModified: required(text(40)),
};
