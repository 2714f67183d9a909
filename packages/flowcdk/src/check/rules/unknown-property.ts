import type { Rule } from '../rule';
import { tellAbout } from '../type-problems';

/** Only JSON has properties of any name; a queue, a user or a phone number has its own. */
export const unknownProperty: Rule = {
  name: 'unknown-property',
  family: 'expressions',
  severity: 'error',
  protectsFrom: 'a property that values of that type do not have',
  start: (report) => tellAbout('property', report),
};
