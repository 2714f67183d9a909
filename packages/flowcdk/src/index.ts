/**
 * Flowcdk: Architect flows, data actions and triggers as typed TypeScript.
 *
 * This is the face that `flows/`, `data-actions/` and `triggers/` see: the language, without CDKTF.
 * `flowcdk/constructs` turns definitions into Terraform, `flowcdk/provider` holds the resource classes.
 */
export * from './architect';
export * from './data-action';
export * from './process-automation';
export * from './routing';
export { type FlowKind, isVoiceFlow } from './ground/flow-kinds';
export {
  type Application,
  application,
  type ApplicationProps,
  stack,
  type StackDefinition,
  type StackOptions,
} from './application/application';
export { type Finding, findingText, FlowcdkError, type Severity } from './ground/finding';
