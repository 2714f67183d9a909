import { resource } from './base/resource';
import { type Config } from './base/schema';
import { groupRoles } from './tables/group-roles';

export interface GroupRolesConfig extends Config<typeof groupRoles> {}

/** All roles of a group: a role not listed is taken away. Destroying changes nothing. */
export class GroupRoles extends resource('genesyscloud_group_roles', groupRoles)<GroupRolesConfig> {}
