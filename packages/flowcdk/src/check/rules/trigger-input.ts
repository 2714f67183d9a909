import type { Rule } from '../rule';
import { tellTriggerProblems } from '../triggers';

/** What the event does not have under that very name stays NOT_SET, and nobody is told. */
export const triggerInput: Rule = {
  name: 'trigger-input',
  family: 'triggers',
  severity: 'error',
  protectsFrom: 'an input of the workflow that the event cannot fill',
  start: (report) => tellTriggerProblems(['input-not-in-event', 'input-of-another-type', 'trigger-json-input'], report),
};
