import type { Rule } from '../rule';
import { tellTriggerProblems } from '../triggers';

/** The platform takes any path; one the event does not have makes a trigger that never fires, or always does. */
export const triggerField: Rule = {
  name: 'trigger-field',
  family: 'triggers',
  severity: 'error',
  protectsFrom: 'a condition on a field the event does not have, which never holds',
  start: (report) => tellTriggerProblems(['criterion-field'], report),
};
