import type { Rule } from '../rule';
import { tellTriggerProblems } from '../triggers';

/** An input without a field of exactly that name stays NOT_SET, without any message. */
export const triggerInput: Rule = {
  name: 'trigger-input',
  family: 'triggers',
  severity: 'error',
  protectsFrom: 'an input of the workflow that the event cannot fill',
  start: (report) =>
    tellTriggerProblems(
      ['input-not-in-event', 'input-not-filled', 'input-of-another-type', 'trigger-json-input'],
      report,
    ),
};
