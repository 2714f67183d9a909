import { block, required } from '../base/schema';
import { roleGrant } from './role-grant';

export const userRoles = {
  /** The user. A change makes a new resource. */
  userId: required('string'),
  /** The roles. */
  roles: block('set', '0..*', roleGrant),
};
