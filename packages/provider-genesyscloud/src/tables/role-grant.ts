import { optional, required } from '../base/schema';

/** A role and where it holds. */
export const roleGrant = {
  /** The role. */
  roleId: required('string'),
  /** Divisions it is granted for: the home division when left out, `*` for all. */
  divisionIds: optional('set(string)'),
};
