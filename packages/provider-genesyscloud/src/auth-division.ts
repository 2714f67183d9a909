import { resource } from './base/resource';
import { type Config } from './base/schema';
import { authDivision } from './tables/auth-division';

export interface AuthDivisionConfig extends Config<typeof authDivision> {}

/** A division: the part of the org a role is granted for. It can only be deleted when empty. */
export class AuthDivision extends resource('genesyscloud_auth_division', authDivision)<AuthDivisionConfig> {}
