import { api, apart, createdOnly, form, keyedBy, referenceMap, references, unset } from '../base/api-column';
import { block, optional, optionalComputed, required } from '../base/schema';
import { activationRule } from './conditional-group-activation';
import { memberGroup } from './member-group';

const timeoutOfRing = (seconds: number) => [{ type: 'TIMEOUT_SECONDS', threshold: seconds }];

/** What every medium has. */
const alerting = {
  /** Seconds an agent has to answer, at least 7. */
  alertingTimeoutSec: optional('number', api('alertingTimeoutSeconds')),
  /** Connect the agent without asking. @default false */
  enableAutoAnswer: optional('bool', unset(false)),
  /** Part of the conversations to be answered in time, 0 to 1. */
  serviceLevelPercentage: optional('number', api('serviceLevel.percentage')),
  /** What "in time" means; milliseconds, at least 1000. */
  serviceLevelDurationMs: optional('number', api('serviceLevel.durationMs')),
};

/** What media with an alerting tone have. */
const alertingWithTone = {
  ...alerting,
  /** Seconds of alerting tone when a conversation is answered automatically. */
  autoAnswerAlertToneSeconds: optional('number'),
  /** Seconds of alerting tone when an agent answers. */
  manualAnswerAlertToneSeconds: optional('number'),
};

export const routingQueue = {
  /** Seen by agents; flows name the queue by it. */
  name: required('string'),
  /** Division it belongs to; the home division when left out. */
  divisionId: optionalComputed('string', api('division.id'), createdOnly),
  /** Who waits here. */
  description: optional('string', unset('')),

  /** Users in the queue; left alone when left out. Not together with `ignoreMembers`. */
  members: block(
    'set',
    '0..*',
    {
      /** The user. */
      userId: required('string'),
      /** Ring the user belongs to, 1 to 6. @default 1 */
      ringNum: optional('number'),
    },
    apart,
  ),
  /** Leave the members to others. */
  ignoreMembers: optional('bool', apart),
  /** Groups whose members are in the queue. */
  groups: optional('set(string)', api('memberGroups'), references('GROUP'), unset([])),
  /** Skill groups whose members are in the queue. */
  skillGroups: optional('set(string)', api('memberGroups'), references('SKILLGROUP')),
  /** Teams whose members are in the queue. */
  teams: optional('set(string)', api('memberGroups'), references('TEAM')),

  /** Answering calls. */
  mediaSettingsCall: block('list', '0..1', alertingWithTone, api('mediaSettings.call')),
  /** Answering callbacks. */
  mediaSettingsCallback: block(
    'list',
    '0..1',
    {
      ...alertingWithTone,
      /** Seconds of alerting tone when a callback is answered automatically. @default 0 */
      autoAnswerAlertToneSeconds: optional('number', unset(0)),
      /** Seconds of alerting tone when an agent answers. @default 0 */
      manualAnswerAlertToneSeconds: optional('number', unset(0)),
      /** Who is called first: `AgentFirst` or `CustomerFirst`. */
      mode: optionalComputed('string'),
      /** Dial and end by itself. @default false */
      enableAutoDialAndEnd: optional('bool', unset(false)),
      /** Seconds before dialling, 0 to 1200. */
      autoDialDelaySeconds: optional('number'),
      /** Seconds before ending, 0 to 1200. */
      autoEndDelaySeconds: optional('number'),
      /** Calls per free agent with `CustomerFirst`, at least 1. */
      pacingModifier: optional('number'),
      /** When a person answers: `HangUp`, `TransferToQueue` or `TransferToFlow`. */
      liveVoiceReactionType: optional('string'),
      /** Flow for that. */
      liveVoiceFlowId: optional('string', api('liveVoiceFlow.id')),
      /** When a machine answers: `HangUp`, `TransferToQueue` or `TransferToFlow`. */
      answeringMachineReactionType: optional('string'),
      /** Flow for that. */
      answeringMachineFlowId: optional('string', api('answeringMachineFlow.id')),
      /** How often to call again, 0 to 20 times. */
      maxRetryCount: optional('number'),
      /** Seconds between those calls, 60 to 86400. */
      retryDelaySeconds: optional('number'),
    },
    api('mediaSettings.callback'),
  ),
  /** Answering chats. */
  mediaSettingsChat: block('list', '0..1', alertingWithTone, api('mediaSettings.chat')),
  /** Answering emails. */
  mediaSettingsEmail: block('list', '0..1', alertingWithTone, api('mediaSettings.email')),
  /** Answering messages. */
  mediaSettingsMessage: block(
    'list',
    '0..1',
    {
      ...alerting,
      /** Has no effect; say it per kind of message in `subTypeSettings`. */
      enableInactivityTimeout: optional('bool', unset(false)),
      /** When nobody writes any more. */
      inactivityTimeoutSettings: block('list', '0..1', {
        /** Seconds without a message. */
        timeoutSeconds: required('number'),
        /** `DISCONNECT` or `SEND_TO_ARCHITECT_FLOW`. */
        actionType: required('string'),
        /** Flow for the latter. */
        flowId: optional('string', api('flowId.id')),
      }),
      /** Settings of one kind of message. */
      subTypeSettings: block(
        'list',
        '0..*',
        {
          /** For instance `webmessaging` or `whatsapp`. */
          mediaType: required('string'),
          /** Connect the agent without asking. */
          enableAutoAnswer: required('bool'),
          /** End conversations nobody writes in. */
          enableInactivityTimeout: optional('bool'),
        },
        keyedBy('mediaType'),
      ),
    },
    api('mediaSettings.message'),
  ),

  /**
   * Whether agents must say what a conversation was about: `MANDATORY`, `OPTIONAL`, `MANDATORY_TIMEOUT`,
   * `MANDATORY_FORCED_TIMEOUT` or `AGENT_REQUESTED`. @default `MANDATORY_TIMEOUT`
   */
  acwWrapupPrompt: optional('string', api('acwSettings.wrapupPrompt'), unset('MANDATORY_TIMEOUT')),
  /** Time for after-call work in milliseconds, 0 to 86400000; not with `MANDATORY` and `OPTIONAL`. */
  acwTimeoutMs: optionalComputed('number', api('acwSettings.timeoutMs')),
  /** Wrap-up codes agents choose from; left alone when left out. */
  wrapupCodes: optionalComputed('set(string)', apart),

  /** How skills count: `NONE`, `BEST` or `ALL`. @default `ALL` */
  skillEvaluationMethod: optional('string', unset('ALL')),
  /** Who is next: `TimestampAndPriority` or `PriorityOnly`. @default `TimestampAndPriority` */
  scoringMethod: optional('string', unset('TimestampAndPriority')),
  /** Prefer the agent of last time: `Disabled`, `QueueMembersOnly` or `AnyAgent`. */
  lastAgentRoutingMode: optionalComputed('string'),
  /** Agents to try first. */
  routingRules: block(
    'list',
    '0..6',
    {
      /** `MEETS_THRESHOLD` or `ANY`. @default `MEETS_THRESHOLD` */
      operator: optional('string', unset('MEETS_THRESHOLD')),
      /** Score an agent must reach; not with `ANY`. */
      threshold: optional('number', unset(0)),
      /** Seconds before the next rule, 2 to 259200. @default 5 */
      waitSeconds: optional('number', unset(5)),
    },
    unset([]),
  ),
  /** Rings of agents asked one after the other; two to six. */
  bullseyeRings: block(
    'list',
    '0..6',
    {
      /** Seconds in this ring, 0 to 259200. */
      expansionTimeoutSeconds: required('number', api('expansionCriteria'), form(timeoutOfRing)),
      /** Skills no longer asked for after it. */
      skillsToRemove: optional('set(string)', api('actions.skillsToRemove'), references()),
      /** Groups in it. */
      memberGroups: block('set', '0..*', memberGroup),
    },
    api('bullseye.rings'),
  ),
  /** Which groups of agents are asked one after the other. @deprecated use `RoutingQueueConditionalGroupRouting` */
  conditionalGroupRoutingRules: block(
    'list',
    '0..5',
    {
      /** Queue whose metric counts; the queue itself when left out, as in the first rule it must be. */
      queueId: optional('string', api('queue.id')),
      /** `EstimatedWaitTime` or `ServiceLevel`. @default `EstimatedWaitTime` */
      metric: optional('string', unset('EstimatedWaitTime')),
      /** `GreaterThan`, `GreaterThanOrEqualTo`, `LessThan` or `LessThanOrEqualTo`. */
      operator: optional('string'),
      /** What the metric is compared with, 0 to 259200. */
      conditionValue: optional('number'),
      /** Seconds before the next rule is asked, 0 to 259200. @default 2 */
      waitSeconds: optional('number', unset(2)),
      /** Groups that get the conversation while the rule holds. */
      groups: block('set', '1..*', memberGroup, unset([])),
    },
    api('conditionalGroupRouting.rules'),
  ),
  /** Which groups of agents are added under pressure. */
  conditionalGroupActivation: block('list', '0..1', {
    /** Tells whether the queue is under pressure at all; without it the rules are always asked. */
    pilotRule: block('list', '0..1', activationRule),
    /** Which groups to add and when. */
    rules: block(
      'list',
      '1..5',
      {
        ...activationRule,
        /** Groups added while the rule holds. */
        groups: block('set', '1..5', memberGroup, unset([])),
      },
      unset([]),
    ),
  }),
  /** Conversations addressed to one agent. */
  directRouting: block('list', '0..1', {
    /** Queue to turn to when the agent has no backup; this one when left out. */
    backupQueueId: optionalComputed('string'),
    /** Seconds to wait for the agent, 60 to 864000. @default 60 */
    agentWaitSeconds: optional('number', unset(60)),
    /** Wait for the agent rather than turn to the backup at once. @default false */
    waitForAgent: optional('bool', unset(false)),
    /** Call out with the agent's own number. @default true */
    callUseAgentAddressOutbound: optional('bool', api('callMediaSettings.useAgentAddressOutbound'), unset(true)),
    /** Write emails from the agent's own address. @default true */
    emailUseAgentAddressOutbound: optional('bool', api('emailMediaSettings.useAgentAddressOutbound'), unset(true)),
    /** Write messages from the agent's own address. @default true */
    messageUseAgentAddressOutbound: optional('bool', api('messageMediaSettings.useAgentAddressOutbound'), unset(true)),
  }),
  /** Callbacks that belong to one agent. */
  agentOwnedRouting: block('list', '0..1', {
    /** Allow them. */
    enableAgentOwnedCallbacks: optional('bool'),
    /** Hours one may be kept, 1 to 168. */
    maxOwnedCallbackHours: optional('number'),
    /** Hours ahead one may be planned, 1 to 720. */
    maxOwnedCallbackDelayHours: optional('number'),
  }),

  /** Flow for calls while they wait. */
  queueFlowId: optional('string', api('queueFlow.id')),
  /** Flow for emails while they wait. */
  emailInQueueFlowId: optional('string', api('emailInQueueFlow.id')),
  /** Flow for messages while they wait. */
  messageInQueueFlowId: optional('string', api('messageInQueueFlow.id')),
  /** Prompt the agent hears before the caller. */
  whisperPromptId: optional('string', api('whisperPrompt.id')),
  /** Prompt callers hear on hold. */
  onHoldPromptId: optional('string', api('onHoldPrompt.id')),
  /** Play the whisper only for calls answered automatically. @default true */
  autoAnswerOnly: optional('bool', unset(true)),
  /** Transcribe calls. @default false */
  enableTranscription: optional('bool', unset(false)),
  /** Let supervisors listen. */
  enableAudioMonitoring: optional('bool', unset(false)),
  /** Let supervisors assign conversations. @default false */
  enableManualAssignment: optional('bool', unset(false)),
  /** Do not record callers while they wait. @default true */
  suppressInQueueCallRecording: optional('bool', unset(true)),

  /** Name shown on outbound calls. */
  callingPartyName: optional('string', unset('')),
  /** Number shown on outbound calls. */
  callingPartyNumber: optional('string', unset('')),
  /** Address for outbound SMS. */
  outboundMessagingSmsAddressId: optional('string', api('outboundMessagingAddresses.smsAddress.id')),
  /** Recipient for outbound open messaging. */
  outboundMessagingOpenMessagingRecipientId: optional(
    'string',
    api('outboundMessagingAddresses.openMessagingRecipient.id'),
  ),
  /** Recipient for outbound WhatsApp. */
  outboundMessagingWhatsappRecipientId: optional('string', api('outboundMessagingAddresses.whatsAppRecipient.id')),
  /** Address of outbound emails. @deprecated use `RoutingQueueOutboundEmailAddressA` */
  outboundEmailAddress: block('list', '0..1', {
    /** Domain of the address, for instance `support.example.com`. */
    domainId: required('string', api('domain.id')),
    /** Email route in that domain. */
    routeId: required('string', api('route.id')),
  }),

  /** Script ids by medium: `CALL`, `CALLBACK`, `CHAT`, `COBROWSE`, `EMAIL`, `MESSAGE`, `SOCIAL_EXPRESSION`, `VIDEO`, `SCREENSHARE`. */
  defaultScriptIds: optional('map(string)', api('defaultScripts'), referenceMap),
  /** Answers agents can choose from. */
  cannedResponseLibraries: block('list', '0..1', {
    /** `All`, `SelectedOnly` or `None`. */
    mode: optionalComputed('string'),
    /** The libraries, with `SelectedOnly`. */
    libraryIds: optional('set(string)', unset([])),
  }),
  /** Id of the queue in another system. */
  peerId: optional('string'),
  /** Queue whose settings a new queue starts with. */
  sourceQueueId: optional('string'),
};
