import { resource } from './base/resource';
import { type Config } from './base/schema';
import { authRole } from './tables/auth-role';

export interface AuthRoleConfig extends Config<typeof authRole> {}

/** A role: what its holders may do. */
export class AuthRole extends resource('genesyscloud_auth_role', authRole)<AuthRoleConfig> {}
