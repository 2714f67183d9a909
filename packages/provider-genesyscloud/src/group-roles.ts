import { resource } from './base/resource';
import { block, type Config, required } from './base/schema';
import { roleGrant } from './shared/role-grant';

const schema = {
  /** The group. A change makes a new resource. */
  groupId: required('string'),
  /** The roles. */
  roles: block('set', '0..*', roleGrant),
};

export interface GroupRolesConfig extends Config<typeof schema> {}

/** All roles of a group: a role not listed is taken away. Destroying changes nothing. */
export class GroupRoles extends resource('genesyscloud_group_roles', schema)<GroupRolesConfig> {}
