export * from './actions/builders';
export { type Actions } from './actions/branches';
export {
  type CallableDataAction,
  type InputValues,
  optional,
  type OutputBindings,
} from './data-action-contract';
export type { Definition, DefinitionKind } from './definition';
export { apiType, type FlowKind, flowKinds } from './flow-kinds';
export * from './flows/call-flows';
export * from './flows/containers';
export { flowYaml, type FlowDefinition } from './flows/definition';
export * from './flows/workflow';
export * from './types';
export {
  type Assignable,
  type AudioValue,
  builtIn,
  exp,
  type Expression,
  type NoValue,
  noValue,
  noValueWithNoFallback,
  prompt,
  type Readable,
  say,
  textToSpeech,
  type Value,
  type Variable,
} from './values';
