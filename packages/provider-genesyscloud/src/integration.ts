import { resource } from './base/resource';
import { type Config } from './base/schema';
import { integration } from './tables/integration';

export interface IntegrationConfig extends Config<typeof integration> {}

/** An integration of the org with something outside, for instance the one data actions run on. */
export class Integration extends resource('genesyscloud_integration', integration)<IntegrationConfig> {}
