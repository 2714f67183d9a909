import { resource } from './base/resource';
import { block, type Config, optional, optionalComputed, required } from './base/schema';

const schema = {
  /** Seen in the org. A change makes a new one, and flows that name the old one have to be published again. */
  name: required('string'),
  /** Division it belongs to; the home division when left out. */
  divisionId: optionalComputed('string'),
  /** What kind of emergency it is for. */
  description: optional('string'),
  /** Whether the emergency is on. @default false */
  enabled: optional('bool'),
  /** Which flow answers which call routes while it is on. */
  emergencyCallFlows: block('list', '0..*', {
    /** Inbound call flow that answers. */
    emergencyFlowId: required('string'),
    /** Call routes it answers. */
    ivrIds: required('set(string)'),
  }),
};

export interface ArchitectEmergencygroupConfig extends Config<typeof schema> {}

/** A switch for emergencies, and the flows that answer calls while it is on. */
export class ArchitectEmergencygroup extends resource(
  'genesyscloud_architect_emergencygroup',
  schema,
)<ArchitectEmergencygroupConfig> {}
