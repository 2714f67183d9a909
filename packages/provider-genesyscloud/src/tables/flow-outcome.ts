import { api } from '../base/api-column';
import { optional, optionalComputed, required } from '../base/schema';

export const flowOutcome = {
  /** Unique in the org. */
  name: required('string'),
  /** Division it belongs to; the home division when left out. */
  divisionId: optionalComputed('string', api('division.id')),
  /** What the outcome stands for. */
  description: optional('string'),
};
