import { resource } from './base/resource';
import { type Config } from './base/schema';
import { architectSchedules } from './tables/architect-schedules';

export interface ArchitectSchedulesConfig extends Config<typeof architectSchedules> {}

/** A time, perhaps repeated, for schedule groups. */
export class ArchitectSchedules extends resource(
  'genesyscloud_architect_schedules',
  architectSchedules,
)<ArchitectSchedulesConfig> {}
