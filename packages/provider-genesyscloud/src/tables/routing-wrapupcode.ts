import { api, unset } from '../base/api-column';
import { optional, optionalComputed, required } from '../base/schema';

export const routingWrapupcode = {
  /** Seen by agents. */
  name: required('string'),
  /** Division it belongs to; `*`, all of them, when left out. */
  divisionId: optionalComputed('string', api('division.id')),
  /** When to use the code. */
  description: optional('string', unset('')),
};
