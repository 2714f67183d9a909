import { resource } from './base/resource';
import { type Config } from './base/schema';
import { processautomationTrigger } from './tables/processautomation-trigger';

export interface ProcessautomationTriggerConfig extends Config<typeof processautomationTrigger> {}

/** Starts a workflow when an event of a topic happens. */
export class ProcessautomationTrigger extends resource(
  'genesyscloud_processautomation_trigger',
  processautomationTrigger,
)<ProcessautomationTriggerConfig> {}
