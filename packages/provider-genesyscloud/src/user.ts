import { resource } from './base/resource';
import { type Config } from './base/schema';
import { user } from './tables/user';

export interface UserConfig extends Config<typeof user> {}

/** A user of the org. */
export class User extends resource('genesyscloud_user', user)<UserConfig> {}
