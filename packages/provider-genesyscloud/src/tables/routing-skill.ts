import { required } from '../base/schema';

export const routingSkill = {
  /** Unique in the org. A change makes a new skill. */
  name: required('string'),
};
