import { resource } from './base/resource';
import { type Config } from './base/schema';
import { architectEmergencygroup } from './tables/architect-emergencygroup';

export interface ArchitectEmergencygroupConfig extends Config<typeof architectEmergencygroup> {}

/** A switch for emergencies, and the flows that answer calls while it is on. */
export class ArchitectEmergencygroup extends resource(
  'genesyscloud_architect_emergencygroup',
  architectEmergencygroup,
)<ArchitectEmergencygroupConfig> {}
