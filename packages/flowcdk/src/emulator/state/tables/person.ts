import { listOf, object, oneOf, whole, yesNo } from '../shape';
import type { RecordWithId } from '../record';

/** What a person does with one call. Times in milliseconds. */
const answer = object({ answersAfter: whole(0, 86_400_000), busy: yesNo, talksFor: whole(0, 86_400_000) }, 'refused');

/** What the person behind a number or an e-mail address does. Its id is the number in E.164, or the address. */
export const person = {
  /** They want no messages: the platform refuses to send them. */
  optedOut: yesNo,
  /** What becomes of messages to them: refused by the carrier, or never delivered. Absent: they arrive. */
  messages: oneOf('rejected', 'undelivered'),
  /** What they do with calls, one after the other. The last counts for all further calls. */
  calls: listOf(answer, 100),
};

export type Person = RecordWithId<typeof person>;
