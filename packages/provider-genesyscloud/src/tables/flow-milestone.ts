import { api } from '../base/api-column';
import { optional, optionalComputed, required } from '../base/schema';

export const flowMilestone = {
  /** Unique in the org. */
  name: required('string'),
  /** Division it belongs to; the home division when left out. */
  divisionId: optionalComputed('string', api('division.id')),
  /** What passing the milestone means. */
  description: optional('string'),
};
