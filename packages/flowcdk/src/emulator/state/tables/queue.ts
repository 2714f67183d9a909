import {
  anyObject,
  filled,
  listOf,
  mapOf,
  name,
  numeric,
  object,
  oneOf,
  orZero,
  readOnly,
  reference,
  required,
  text,
  type ValueOf,
  whole,
  yesNo,
} from '../shape';
import type { RecordWithId } from '../record';

/** The ranges and values come from the schema of Terraform's provider and from the API's documents. */
const serviceLevel = object({ percentage: numeric(0, 1), durationMs: orZero(whole(1_000)) });

const alerting = {
  enableAutoAnswer: yesNo,
  alertingTimeoutSeconds: orZero(whole(7)),
  serviceLevel,
};

const audible = {
  ...alerting,
  autoAnswerAlertToneSeconds: numeric(0),
  manualAnswerAlertToneSeconds: numeric(0),
};

const reaction = oneOf('HangUp', 'TransferToQueue', 'TransferToFlow');

const callback = object({
  ...audible,
  mode: oneOf('AgentFirst', 'CustomerFirst'),
  enableAutoDialAndEnd: yesNo,
  autoDialDelaySeconds: whole(0, 1_200),
  autoEndDelaySeconds: whole(0, 1_200),
  pacingModifier: numeric(1),
  liveVoiceReactionType: reaction,
  liveVoiceFlow: reference,
  answeringMachineReactionType: reaction,
  answeringMachineFlow: reference,
  maxRetryCount: whole(0, 20),
  retryDelaySeconds: whole(60, 86_400),
});

const message = object({
  ...alerting,
  enableInactivityTimeout: yesNo,
  inactivityTimeoutSettings: object({
    timeoutSeconds: whole(0),
    actionType: oneOf('DISCONNECT', 'SEND_TO_ARCHITECT_FLOW'),
    flowId: reference,
  }),
  subTypeSettings: mapOf(object({ enableAutoAnswer: yesNo, enableInactivityTimeout: yesNo })),
});

const audibleMedium = object(audible);

const memberGroup = object({ id: required(text(256)), type: required(oneOf('TEAM', 'GROUP', 'SKILLGROUP')) });

const condition = object({
  simpleMetric: object({
    metric: oneOf('EstimatedWaitTime', 'ServiceLevel', 'IdleAgentCount'),
    queueId: text(256),
  }),
  operator: oneOf('GreaterThan', 'GreaterThanOrEqualTo', 'LessThan', 'LessThanOrEqualTo', 'EqualTo', 'NotEqualTo'),
  value: numeric(-Number.MAX_VALUE),
});

const useAgentAddress = object({ useAgentAddressOutbound: yesNo });

/** A user who answers conversations of a queue. */
export type Member = ValueOf<typeof member>;
const member = object({ id: required(text(256)), ringNumber: required(whole(1, 6)) });

/** A queue. It limits only values that the documents limit. */
export const queue = {
  name,
  description: text(),
  division: filled(reference),
  mediaSettings: object({
    call: audibleMedium,
    callback,
    chat: audibleMedium,
    email: audibleMedium,
    message,
  }),
  routingRules: listOf(
    object({ operator: oneOf('MEETS_THRESHOLD', 'ANY'), threshold: whole(), waitSeconds: numeric(2, 259_200) }),
    6,
  ),
  bullseye: object({
    rings: listOf(
      object({
        expansionCriteria: listOf(object({ type: oneOf('TIMEOUT_SECONDS'), threshold: numeric(0, 259_200) })),
        actions: object({ skillsToRemove: listOf(anyObject) }),
        memberGroups: listOf(memberGroup),
      }),
      6,
    ),
  }),
  scoringMethod: oneOf('TimestampAndPriority', 'PriorityOnly'),
  lastAgentRoutingMode: oneOf('Disabled', 'QueueMembersOnly', 'AnyAgent'),
  acwSettings: object({
    wrapupPrompt: oneOf('MANDATORY', 'OPTIONAL', 'MANDATORY_TIMEOUT', 'MANDATORY_FORCED_TIMEOUT', 'AGENT_REQUESTED'),
    timeoutMs: whole(0, 86_400_000),
  }),
  skillEvaluationMethod: oneOf('NONE', 'BEST', 'ALL'),
  memberGroups: listOf(memberGroup),
  queueFlow: reference,
  emailInQueueFlow: reference,
  messageInQueueFlow: reference,
  whisperPrompt: reference,
  onHoldPrompt: reference,
  autoAnswerOnly: yesNo,
  enableTranscription: yesNo,
  enableAudioMonitoring: yesNo,
  enableManualAssignment: yesNo,
  suppressInQueueCallRecording: yesNo,
  callingPartyName: text(),
  callingPartyNumber: text(),
  defaultScripts: mapOf(anyObject),
  outboundMessagingAddresses: anyObject,
  outboundEmailAddress: anyObject,
  conditionalGroupRouting: object({
    rules: listOf(
      object({
        queue: reference,
        metric: oneOf('EstimatedWaitTime', 'ServiceLevel', 'IdleAgentCount'),
        operator: oneOf('GreaterThan', 'GreaterThanOrEqualTo', 'LessThan', 'LessThanOrEqualTo'),
        conditionValue: numeric(0, 259_200),
        waitSeconds: whole(0, 259_200),
        groups: listOf(memberGroup),
      }),
      5,
    ),
  }),
  conditionalGroupActivation: object({
    pilotRule: object({ conditionExpression: text(), conditions: listOf(condition, 10) }),
    rules: listOf(
      object({ conditionExpression: text(), conditions: listOf(condition, 10), groups: listOf(memberGroup, 5) }),
      5,
    ),
  }),
  directRouting: object({
    callMediaSettings: useAgentAddress,
    emailMediaSettings: useAgentAddress,
    messageMediaSettings: useAgentAddress,
    backupQueueId: text(256),
    waitForAgent: yesNo,
    agentWaitSeconds: whole(60, 864_000),
  }),
  agentOwnedRouting: object({
    enableAgentOwnedCallbacks: yesNo,
    maxOwnedCallbackHours: orZero(whole(1, 168)),
    maxOwnedCallbackDelayHours: orZero(whole(1, 720)),
  }),
  cannedResponseLibraries: object({ mode: oneOf('All', 'SelectedOnly', 'None'), libraryIds: listOf(text(256)) }),
  peer: anyObject,
  peerId: text(256),
  sourceQueueId: text(256),
  /** Ids of wrap-up codes. */
  wrapupCodes: readOnly(listOf(text(256))),
  members: readOnly(listOf(member)),
  memberCount: readOnly(whole(0)),
};

export type Queue = RecordWithId<typeof queue>;
