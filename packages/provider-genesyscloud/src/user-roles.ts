import { resource } from './base/resource';
import { type Config } from './base/schema';
import { userRoles } from './tables/user-roles';

export interface UserRolesConfig extends Config<typeof userRoles> {}

/** All roles of a user: a role not listed is taken away. Destroying changes nothing. */
export class UserRoles extends resource('genesyscloud_user_roles', userRoles)<UserRolesConfig> {}
