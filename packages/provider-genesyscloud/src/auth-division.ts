import { resource } from './base/resource';
import { type Config, optional, required } from './base/schema';

const schema = {
  /** Unique in the org. */
  name: required('string'),
  /** What the division holds. */
  description: optional('string'),
  /** Take over the existing home division, which is then never deleted. A change makes a new division. */
  home: optional('bool'),
};

export interface AuthDivisionConfig extends Config<typeof schema> {}

/** A division: the part of the org a role is granted for. It can only be deleted when empty. */
export class AuthDivision extends resource('genesyscloud_auth_division', schema)<AuthDivisionConfig> {}
