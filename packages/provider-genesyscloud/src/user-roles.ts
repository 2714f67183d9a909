import { resource } from './base/resource';
import { block, type Config, required } from './base/schema';
import { roleGrant } from './shared/role-grant';

const schema = {
  /** The user. A change makes a new resource. */
  userId: required('string'),
  /** The roles. */
  roles: block('set', '0..*', roleGrant),
};

export interface UserRolesConfig extends Config<typeof schema> {}

/** All roles of a user: a role not listed is taken away. Destroying changes nothing. */
export class UserRoles extends resource('genesyscloud_user_roles', schema)<UserRolesConfig> {}
