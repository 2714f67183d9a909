import { resource } from './base/resource';
import { type Config } from './base/schema';
import { group } from './tables/group';

export interface GroupConfig extends Config<typeof group> {}

/** A group of users. */
export class Group extends resource('genesyscloud_group', group)<GroupConfig> {}
