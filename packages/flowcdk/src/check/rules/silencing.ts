import type { Rule } from '../rule';
import { SILENCING } from '../silence';

/** What is silenced is not looked at again, so it has to say why. `silence.ts` does the looking. */
export const silencing: Rule = {
  name: SILENCING,
  family: 'shape',
  severity: 'warning',
  protectsFrom: 'findings that are hidden without a reason, or for a reason that is gone',
  start: () => ({}),
};
