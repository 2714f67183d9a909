import { required } from '../base/schema';

export const routingLanguage = {
  /** Unique in the org. A change makes a new language. */
  name: required('string'),
};
