import { resource } from './base/resource';
import { type Config } from './base/schema';
import { architectSchedulegroups } from './tables/architect-schedulegroups';

export interface ArchitectSchedulegroupsConfig extends Config<typeof architectSchedulegroups> {}

/** When somebody is there: schedules for open hours, closed hours and holidays. */
export class ArchitectSchedulegroups extends resource(
  'genesyscloud_architect_schedulegroups',
  architectSchedulegroups,
)<ArchitectSchedulegroupsConfig> {}
