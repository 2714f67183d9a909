import type { Rule } from '../rule';
import { SILENCING } from '../silence';

/** Nobody looks again at a silenced finding, so it needs a reason. `silence.ts` does the work. */
export const silencing: Rule = {
  name: SILENCING,
  family: 'shape',
  severity: 'warning',
  protectsFrom: 'findings that are hidden without a reason, or for a reason that is gone',
  start: () => ({}),
};
