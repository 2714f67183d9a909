/**
 * Flowcdk: Architect flows, data actions and event triggers as typed TypeScript.
 *
 * This is what `flows/` and `data-actions/` import: the language, without CDKTF. What is easily confused has a subpath:
 * `flowcdk/triggers` holds triggers and their match criteria, `flowcdk/templates` what stands in requests and responses
 * of data actions, `flowcdk/settings` settings schemas, `flowcdk/constructs` the CDKTF constructs, `flowcdk/testing` the
 * testing kit.
 *
 * @module flowcdk
 */

// The application, and what is wrong with it.
export {
  type Application,
  application,
  type ApplicationProps,
  stack,
  type StackDefinition,
  type StackOptions,
} from './application/application';
export { flowFromYaml } from './application/flow-from-yaml';
export type { FlowFromYamlOptions } from './application/flow-from-yaml-options';
export { type Finding, findingText, FlowcdkError, type Severity } from './ground/finding';

// Flows, and what they consist of.
export { type FlowKind, isVoiceFlow } from './ground/flow-kinds';
export type { Defined, Definition, DefinitionKind, Existing } from './architect/definition';
export { flowYaml, type FlowDefinition } from './architect/flows/definition';
export type { YamlFlow } from './architect/flows/yaml-flow';
export { type VariablesOf } from './architect/flows/variables';
export { participantData, type ParticipantDataContract } from './architect/participant-data';
export { botFlow, digitalBot } from './architect/flows/bots';
export {
  inboundCall,
  secureCall,
  outboundCall,
  type CallFlowProps,
  type CallFlow,
  type OutboundCallProps,
} from './architect/flows/call-flows';
export { commonModule, type CommonModule, type CommonModuleProps } from './architect/flows/common-module';
export {
  state,
  task,
  menu,
  type StartUp,
  type State,
  type Task,
  type Menu,
  type StateOptions,
  type TaskOptions,
  type MenuChoice,
  type ChoiceOptions,
  menuTask,
  menuJumpToTask,
  menuDisconnect,
  menuTransferToAcd,
  menuJumpToMenu,
  menuRepeatMenu,
  menuPreviousMenu,
  rawMenuChoice,
  type MenuOptions,
} from './architect/flows/containers';
export { type Container } from './architect/containers';
export {
  inqueueCall,
  inqueueShortMessage,
  inqueueEmail,
  type InQueueFlow,
  type InqueueCallProps,
  type InQueueDigitalProps,
} from './architect/flows/in-queue-flows';
export {
  inboundShortMessage,
  inboundEmail,
  inboundChat,
  surveyInvite,
  workitem,
  type StateFlowProps,
  type StateFlow,
} from './architect/flows/state-flows';
export { workflow, type Workflow, type WorkflowProps, type LaunchableWorkflow } from './architect/flows/workflow';

// Types of variables, inputs and outputs; durations.
export {
  type CallableDataAction,
  type InputValues,
  optional,
  type OutputBindings,
} from './architect/data-action-contract';
export {
  type Integer,
  type Decimal,
  type DateTime,
  type CalendarDate,
  type TimeOfDay,
  type Duration,
  type Currency,
  type PhoneNumber,
  type Json,
  type Audio,
  type Communication,
  type ReferenceTypes,
  type ReferenceKind,
  type Queue,
  type User,
  type Skill,
  type LanguageSkill,
  type Group,
  type WrapupCode,
  type Prompt,
  type SystemPrompt,
  type Schedule,
  type ScheduleGroup,
  type EmergencyGroup,
  type ExternalContact,
  type ExternalOrganization,
  type EmailAddress,
  type AgentScorePair,
  type UtilizationLabel,
  type VariableKind,
  type Type,
  type TypeOf,
  type Declarations,
  type TypeOptions,
  string,
  integer,
  decimal,
  boolean,
  dateTime,
  date,
  time,
  duration,
  currency,
  phoneNumber,
  json,
  reference,
  oneOf,
  list,
  type DurationLiteral,
  days,
  hours,
  minutes,
  seconds,
  milliseconds,
  inMilliseconds,
} from './architect/types';

// Values and expressions.
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
} from './architect/values';
export type { BuiltInTypes } from './architect/built-in-types';
export { rawAction, type RawKeys, rawValue, type RawYaml, withRaw } from './architect/raw';
export {
  isSet,
  isNotSetOrEmpty,
  hasText,
  equals,
  differs,
  isGreater,
  isLess,
  and,
  or,
  not,
  concat,
  ifElse,
  plus,
  minus,
  asString,
  containsText,
  lowerCase,
  jsonProperty,
} from './architect/expression-functions';

// Actions of flows.
export { type Actions } from './architect/actions/branches';
export { type ErrorVariables, type FailureOptions } from './architect/actions/failure';
export { type CallableFlow } from './architect/actions/flow-call';
export { type Named } from './architect/actions/named-target';
export { type ScriptCall } from './architect/actions/script';
export { addFlowMilestone } from './architect/actions/add-flow-milestone';
export { askForBoolean } from './architect/actions/ask-for-boolean';
export { askForIntent, type AskForIntentOptions } from './architect/actions/ask-for-intent';
export { askForSlot, type AskForSlotOptions } from './architect/actions/ask-for-slot';
export { callBotFlow, type BotCallOptions } from './architect/actions/call-bot-flow';
export { callCommonModule } from './architect/actions/call-common-module';
export { callData, type FailureOutputs, type CallDataOptions } from './architect/actions/call-data';
export { callDataSecure } from './architect/actions/call-data-secure';
export { callDigitalBotFlow } from './architect/actions/call-digital-bot-flow';
export { callTask, type CallTaskOptions } from './architect/actions/call-task';
export { changeState } from './architect/actions/change-state';
export { clearSlot } from './architect/actions/clear-slot';
export { collectInput, type CollectInputOptions } from './architect/actions/collect-input';
export type { Dtmf } from './architect/words';
export { communicate } from './architect/actions/communicate';
export { createCallback, type CreateCallbackOptions } from './architect/actions/create-callback';
export { dataTableLookup, type LookupTable, type DataTableLookupOptions } from './architect/actions/data-table-lookup';
export { decision } from './architect/actions/decision';
export { detectSilence } from './architect/actions/detect-silence';
export { digitalMenu, type DigitalMenuOptions } from './architect/actions/digital-menu';
export { disconnect } from './architect/actions/disconnect';
export { disconnectWorkitem } from './architect/actions/disconnect-workitem';
export { endState } from './architect/actions/end-state';
export { endTask } from './architect/actions/end-task';
export { endWorkflow } from './architect/actions/end-workflow';
export { evaluateSchedule, type EvaluateScheduleOptions } from './architect/actions/evaluate-schedule';
export { evaluateScheduleGroup, type EvaluateScheduleGroupOptions } from './architect/actions/evaluate-schedule-group';
export { exitBotFlow } from './architect/actions/exit-bot-flow';
export { exitWorkitemFlow } from './architect/actions/exit-workitem-flow';
export {
  type FindByName,
  type FindById,
  type FindAllById,
  type Find,
  findQueue,
  findQueueById,
  findUser,
  findUserById,
  findUsersById,
  findSkill,
  findLanguageSkill,
  findGroup,
  findSchedule,
  findScheduleGroup,
  findEmergencyGroup,
  findUserPrompt,
  findSystemPrompt,
  findUtilizationLabel,
} from './architect/actions/find';
export { flushAudio } from './architect/actions/flush-audio';
export { getConversationData } from './architect/actions/get-conversation-data';
export { getExternalContact, type GetExternalContactOptions } from './architect/actions/get-external-contact';
export {
  getExternalOrganization,
  type GetExternalOrganizationOptions,
} from './architect/actions/get-external-organization';
export { getParticipantData } from './architect/actions/get-participant-data';
export { holdMusic, type HoldMusicOptions } from './architect/actions/hold-music';
export { initializeFlowOutcome } from './architect/actions/initialize-flow-outcome';
export { jumpToMenu } from './architect/actions/jump-to-menu';
export { jumpToTask } from './architect/actions/jump-to-task';
export { loop } from './architect/actions/loop';
export { loopExit } from './architect/actions/loop-exit';
export { loopNext } from './architect/actions/loop-next';
export { loopUntil, type LoopUntilOptions } from './architect/actions/loop-until';
export { playAudio } from './architect/actions/play-audio';
export { playAudioOnSilence, type PlayAudioOnSilenceOptions } from './architect/actions/play-audio-on-silence';
export { playEstimatedWaitTime, type PlayEstimatedWaitTimeOptions } from './architect/actions/play-estimated-wait-time';
export { playPositionInQueue, type PlayPositionInQueueOptions } from './architect/actions/play-position-in-queue';
export {
  searchExternalContacts,
  type SearchExternalContactsOptions,
} from './architect/actions/search-external-contacts';
export { sendAutoReply, type SendAutoReplyOptions } from './architect/actions/send-auto-reply';
export { sendNotification, type SendNotificationOptions } from './architect/actions/send-notification';
export { sendResponse } from './architect/actions/send-response';
export { setConversationData, type ConversationDataOptions } from './architect/actions/set-conversation-data';
export { setExternalTag } from './architect/actions/set-external-tag';
export { setFlowOutcome } from './architect/actions/set-flow-outcome';
export { setLanguage } from './architect/actions/set-language';
export { setParticipantData } from './architect/actions/set-participant-data';
export { setPriority } from './architect/actions/set-priority';
export { setScreenPop } from './architect/actions/set-screen-pop';
export { setSkills, type SetSkillsOptions } from './architect/actions/set-skills';
export { setUtilizationLabel } from './architect/actions/set-utilization-label';
export { setUUIData } from './architect/actions/set-uui-data';
export { setWhisperAudio } from './architect/actions/set-whisper-audio';
export { setWrapupCode } from './architect/actions/set-wrapup-code';
export { switchCases, switchOn, switchTrue } from './architect/actions/switch';
export { terminateWorkitem } from './architect/actions/terminate-workitem';
export { transferToAcd, type QueueTarget, type TransferToAcdOptions } from './architect/actions/transfer-to-acd';
export { transferToFlow, type TransferToFlowOptions } from './architect/actions/transfer-to-flow';
export { transferToFlowSecure, type TransferToFlowSecureOptions } from './architect/actions/transfer-to-flow-secure';
export { transferToGroup, type TransferToGroupOptions } from './architect/actions/transfer-to-group';
export { transferToNumber, type TransferToNumberOptions } from './architect/actions/transfer-to-number';
export { transferToUser, type TransferToUserOptions } from './architect/actions/transfer-to-user';
export {
  transferToVoicemail,
  type VoicemailDestination,
  type TransferToVoicemailOptions,
} from './architect/actions/transfer-to-voicemail';
export { updateData, type Statement, set } from './architect/actions/update-data';
export { updateWorkitem } from './architect/actions/update-workitem';
export { wait } from './architect/actions/wait';
export { abortSurveyInvite } from './architect/actions/abort-survey-invite';
export { callLexV2Bot, type CallLexV2BotOptions } from './architect/actions/call-lex-v2-bot';
export { completeSurveyInvite, type CompleteSurveyInviteOptions } from './architect/actions/complete-survey-invite';
export { dialByExtension } from './architect/actions/dial-by-extension';
export { previousMenu } from './architect/actions/previous-menu';
export { repeatMenu } from './architect/actions/repeat-menu';
export { callDecisionTable, type CallDecisionTableOptions } from './architect/actions/call-decision-table';
export { setPostFlow, type SetPostFlowOptions, type PostFlowTarget } from './architect/actions/set-post-flow';
export { playUserName } from './architect/actions/play-user-name';
export { playUserGreeting } from './architect/actions/play-user-greeting';
export { getSIPHeaders, type GetSIPHeadersOptions } from './architect/actions/get-sip-headers';
export { getRawSIPHeaders, type GetRawSIPHeadersOptions } from './architect/actions/get-raw-sip-headers';
export { enableParticipantRecord } from './architect/actions/enable-participant-record';
export { clearUtilizationLabel } from './architect/actions/clear-utilization-label';
export { clearPostFlow } from './architect/actions/clear-post-flow';
export { decryptData, type DecryptDataOptions } from './architect/actions/decrypt-data';
export { encryptData, type EncryptDataOptions } from './architect/actions/encrypt-data';

// Data actions and the integrations they belong to. Their templates: `flowcdk/templates`.
export { object, type ObjectOf, type JsonSchema } from './data-action/contract';
export {
  basicAuth,
  type Credential,
  type CredentialOf,
  type CredentialType,
  secret,
  type Secret,
  userDefined,
  userDefinedOAuth,
} from './data-action/credential';
export { customAuth, type CustomAuthProps } from './data-action/custom-auth';
export { dataAction, type DataAction, type DataActionProps } from './data-action/data-action';
export { dataActionFromTemplates, type DataActionTemplates } from './data-action/from-templates';
export {
  type CustomAuthAction,
  genesysCloud,
  type Integration,
  type IntegrationKind,
  type Permission,
  webServices,
} from './data-action/integration';
export { launchWorkflow, type LaunchWorkflowProps } from './data-action/launch-workflow';
export { requiredPermissions, type RequiredPermissions } from './data-action/required-permissions';

// Queues, wrap-up codes, opening hours, call routes, prompts, data tables, outcomes.
export {
  queue,
  type QueueDefinition,
  wrapupCode,
  type WrapupCodeDefinition,
  callRoute,
  type CallRouteDefinition,
  existing,
  schedule,
  type ScheduleDefinition,
  type ScheduleProps,
  scheduleGroup,
  type ScheduleGroupDefinition,
  type ScheduleGroupProps,
  type Opening,
  type Holiday,
  type OwnSchedule,
  type When,
  type EveryWeek,
  type EveryYear,
  type Once,
  type SeveralDays,
  type ByRule,
  type DayOfYear,
  type Month,
  type Weekday,
  emergencyGroup,
  type EmergencyGroupDefinition,
  type EmergencyGroupProps,
  type EmergencyCallFlow,
  dataTable,
  type DataTableDefinition,
  type DataTableProps,
  type DataTableRow,
  type Columns,
  type ColumnType,
  userPrompt,
  type UserPromptDefinition,
  type UserPromptProps,
  type PromptContent,
  type PromptResource,
  flowOutcome,
  type FlowOutcomeDefinition,
  flowMilestone,
  type FlowMilestoneDefinition,
  type ExistingFlow,
  type KnownDataAction,
  type KnownFlow,
  type FlowReference,
  type UserReference,
  type QueueProps,
  type QueueMember,
  type WrapupPrompt,
  type BullseyeRing,
  type RoutingRule,
  type GroupRoutingRule,
  type AgentOwnedRouting,
  type ServiceLevel,
  type MediaSettings,
  type AudibleMediaSettings,
  type CallbackReaction,
  type CallbackSettings,
  type MessageType,
  type MessageSettings,
  type QueueMedia,
  skill,
  type SkillDefinition,
  languageSkill,
  type LanguageSkillDefinition,
  group,
  type GroupDefinition,
  type GroupProps,
  type GroupAddress,
  type GroupVoicemail,
  didPool,
  type DidPoolDefinition,
  type DidPoolProps,
} from './routing';
