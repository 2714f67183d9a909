/**
 * An application from its file: loaded, with the settings of an environment, checked and synthesized.
 *
 * @module flowcdk/application
 */
export {
  type Application,
  application,
  type ApplicationProps,
  stack,
  type StackDefinition,
  type StackOptions,
} from './application';
export { calledBackOption } from './called-back';
export { synthesizeForCdktf } from './cdktf';
export { findApplication } from './find-application';
export { type LoadedApplication, loadApplication, type LoadOptions, type NotLoaded } from './load-application';
export { OpenApplication, openApplication, type Opened, type OpenOptions } from './open-application';
export { sentimentOption } from './sentiment';
export { type Story, type StoryOption, type StoryRun, type StoryStyle, WrongOption } from './story';
