export type * from './settings';
export type { ResolvedSettings } from './resolved-settings';
export { type LoadedSettings, loadSettings, type LoadSettingsOptions } from './load-settings';
export { environments } from './settings-file';
