export * from './actions/builders';
export { type Actions } from './actions/branches';
export type { BuiltInTypes } from './built-in-types';
export { type CallableDataAction, type InputValues, optional, type OutputBindings } from './data-action-contract';
export type { Defined, Definition, DefinitionKind, Existing } from './definition';
export * from './expression-functions';
export { apiType, type FlowKind, flowKinds } from '../ground/flow-kinds';
export * from './flows/bots';
export * from './flows/call-flows';
export * from './flows/common-module';
export * from './flows/containers';
export { flowYaml, type FlowDefinition } from './flows/definition';
export * from './flows/in-queue-flows';
export * from './flows/state-flows';
export type { VariablesOf } from './flows/variables';
export * from './flows/workflow';
export { participantData, type ParticipantDataContract } from './participant-data';
export * from './types';
export {
  type Assignable,
  type AudioValue,
  type CommunicationValue,
  builtIn,
  exp,
  type Expression,
  type NoValue,
  noValue,
  noValueWithNoFallback,
  prompt,
  type PromptDefinition,
  type Readable,
  say,
  textToSpeech,
  type Value,
  type Variable,
} from './values';
