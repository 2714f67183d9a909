import type { Rule } from '../rule';
import { tellTriggerProblems } from '../triggers';

/** Events write their enums in upper case: VOICE, INBOUND. Comparing tells case apart. */
export const triggerValue: Rule = {
  name: 'trigger-value',
  family: 'triggers',
  severity: 'error',
  protectsFrom: 'a condition on a value the field never has, most often in the wrong case',
  start: (report) => tellTriggerProblems(['criterion-value', 'criterion-type', 'criterion-values'], report),
};
