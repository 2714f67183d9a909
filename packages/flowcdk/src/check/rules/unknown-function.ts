import type { Rule } from '../rule';
import { tellAbout } from '../type-problems';

/** Architect gets new functions, so this is no error. A misspelt function looks the same. */
export const unknownFunction: Rule = {
  name: 'unknown-function',
  family: 'expressions',
  severity: 'warning',
  protectsFrom: 'a misspelt function, or one that nothing here can check or run',
  start: (report) => tellAbout('function', report),
};
