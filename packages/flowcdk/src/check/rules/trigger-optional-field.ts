import type { Rule } from '../rule';
import { tellTriggerProblems } from '../triggers';

/** Few fields of an event are always present: a call without wrap-up has no wrap-up code. */
export const triggerOptionalField: Rule = {
  name: 'trigger-optional-field',
  family: 'triggers',
  severity: 'warning',
  protectsFrom: 'an input that must be there, from a field that is missing at times',
  start: (report) => tellTriggerProblems(['event-field-may-miss'], report),
};
