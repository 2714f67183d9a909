/**
 * The settings of an application. One schema gives their type, the explanations in editors and the tables of the
 * documentation.
 *
 * @module flowcdk/settings
 */
export {
  type CheckProblem,
  isBlock,
  type SettingsCheck,
  unique,
  type WrittenBlock,
  type WrittenSetting,
  type WrittenSettings,
  type WrittenValue,
} from './checks';
export { block, type BlockOptions, list, type ListOptions, optional, record, type RecordOptions } from './containers';
export { editorSchema } from './editor-schema';
export type { JsonSchema } from './json-schema';
export { settingsTables, type SettingsTablesOptions } from './settings-tables';
export { didYouMean } from '../ground/did-you-mean';
export { type LoadedSettings, loadSettings, type LoadSettingsOptions } from './load-settings';
export { quoted } from './messages';
export type { Path as SettingPath, SettingPlace } from './problem';
export {
  type Loaded,
  settings,
  type SettingsOf,
  type SettingsOptions,
  type SettingsSchema,
  type StandardSettings,
  standardSettings,
} from './schema';
export { environments } from './settings-file';
export {
  choice,
  date,
  decimalNumber,
  type ExampleOrDefault,
  language,
  line,
  type LineOptions,
  type NumberOptions,
  patternedText,
  type PatternedTextOptions,
  spokenText,
  telephoneNumber,
  timeOfDay,
  timeZone,
  url,
  wholeNumber,
  yesOrNo,
} from './values';
