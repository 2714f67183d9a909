import { filled, listOf, name, oneOf, otherwise, readOnly, reference, text, whole } from '../shape';
import type { RecordWithId } from '../record';

/** A call route: the flows that answer its numbers, by the hours of a schedule group. */
export const ivr = {
  name,
  description: text(),
  division: filled(reference),
  /** Numbers in E.164. */
  dnis: listOf(text(20)),
  openHoursFlow: reference,
  closedHoursFlow: reference,
  holidayHoursFlow: reference,
  scheduleGroup: reference,
  version: filled(whole()),
  state: readOnly(otherwise(oneOf('active'), 'active')),
};

export type Ivr = RecordWithId<typeof ivr>;
