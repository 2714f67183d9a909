import { resource } from './base/resource';
import { type Config, optional, optionalComputed, required } from './base/schema';

const schema = {
  /** Seen in the org. A change makes a new one; its numbers answer nobody meanwhile. */
  name: required('string'),
  /** What callers reach here. */
  description: optional('string'),
  /** Phone numbers in E.164 (`+33123456789`), each in one of the org's number pools. */
  dnis: optional('set(string)'),
  /** Inbound call flow in open hours, or always without a schedule group. */
  openHoursFlowId: optional('string'),
  /** Inbound call flow in closed hours; needs a schedule group. */
  closedHoursFlowId: optional('string'),
  /** Inbound call flow on holidays; needs a schedule group. */
  holidayHoursFlowId: optional('string'),
  /** Which hours are open, closed and holidays. */
  scheduleGroupId: optional('string'),
  /** Division it belongs to; the home division when left out. */
  divisionId: optionalComputed('string'),
};

export interface ArchitectIvrConfig extends Config<typeof schema> {}

/** Which flow answers which phone numbers, and when. */
export class ArchitectIvr extends resource('genesyscloud_architect_ivr', schema)<ArchitectIvrConfig> {}
