import { resource } from './base/resource';
import { type Config } from './base/schema';
import { architectIvr } from './tables/architect-ivr';

export interface ArchitectIvrConfig extends Config<typeof architectIvr> {}

/** Which flow answers which phone numbers, and when. */
export class ArchitectIvr extends resource('genesyscloud_architect_ivr', architectIvr)<ArchitectIvrConfig> {}
