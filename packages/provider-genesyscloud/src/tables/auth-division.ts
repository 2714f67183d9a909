import { apart, unset } from '../base/api-column';
import { optional, required } from '../base/schema';

export const authDivision = {
  /** Unique in the org. */
  name: required('string'),
  /** What the division holds. */
  description: optional('string', unset('')),
  /** Take over the existing home division, which is then never deleted. A change makes a new division. */
  home: optional('bool', apart),
};
