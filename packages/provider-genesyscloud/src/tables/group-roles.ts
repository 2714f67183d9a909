import { block, required } from '../base/schema';
import { roleGrant } from './role-grant';

export const groupRoles = {
  /** The group. A change makes a new resource. */
  groupId: required('string'),
  /** The roles. */
  roles: block('set', '0..*', roleGrant),
};
