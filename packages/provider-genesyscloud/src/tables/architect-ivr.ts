import { api } from '../base/api-column';
import { optional, optionalComputed, required } from '../base/schema';

export const architectIvr = {
  /** Seen in the org. A change makes a new one; its numbers answer nobody meanwhile. */
  name: required('string'),
  /** What callers reach here. */
  description: optional('string'),
  /** Phone numbers in E.164 (`+33123456789`), each in one of the org's number pools. */
  dnis: optional('set(string)'),
  /** Inbound call flow in open hours, or always without a schedule group. */
  openHoursFlowId: optional('string', api('openHoursFlow.id')),
  /** Inbound call flow in closed hours; needs a schedule group. */
  closedHoursFlowId: optional('string', api('closedHoursFlow.id')),
  /** Inbound call flow on holidays; needs a schedule group. */
  holidayHoursFlowId: optional('string', api('holidayHoursFlow.id')),
  /** Which hours are open, closed and holidays. */
  scheduleGroupId: optional('string', api('scheduleGroup.id')),
  /** Division it belongs to; the home division when left out. */
  divisionId: optionalComputed('string', api('division.id')),
};
