import { flowSpeechRecognition, menuSettings, variables } from './containers';
import {
  anything,
  audio,
  bool,
  choice,
  communication,
  containerReference,
  mapOf,
  nameOf,
  plainListOf,
  struct,
  type StructNode,
  text,
  value,
} from './forms';

/** `supportedLanguages.<tag>`: the settings of a language of a flow. */
export const supportedLanguage = struct({
  defaultLanguageSkill: value('languageSkill'),
  /** Stands in the place of a skill in an example of the Terraform provider. */
  noValue: bool,
  /** The voice of each engine: a name, or the default voice of the engine. */
  textToSpeech: mapOf(struct({ voice: text, defaultVoice: bool })),
  speechToText: anything,
});

const nothing = struct({});

/**
 * What happens to the interaction when an action without a failure path fails (kinds after the first six are inferred).
 */
export const errorHandling = choice({
  disconnect: nothing,
  endWorkflow: nothing,
  endFlow: nothing,
  endInQueueState: nothing,
  exit: nothing,
  queue: struct({ targetQueue: value('queue') }),
  menu: struct({ targetMenuRef: containerReference }),
  task: struct({ targetTaskRef: containerReference }),
  state: struct({ targetStateRef: containerReference }),
  continue: nothing,
  abortSend: nothing,
  completeSend: nothing,
});

/** The escalation of a bot: when it gives up, and its words then. Only bots have it. */
const botEscalation = {
  enableAgentEscalation: value('boolean'),
  errorEventHandover: communication,
  agentEscalationConfirmation: communication,
  agentEscalationHandover: communication,
  recognitionFailureEventHandover: communication,
  recognitionFailureEventHandling: errorHandling,
  agentEscalationHandling: errorHandling,
};

const timeout = (name: string) => struct({ [name]: value('duration') });
const prompting = struct({ processingPrompt: value('prompt') });

/** All root keys of all kinds of flow, in the order of Architect's exporter. */
export const rootFields = {
  name: text,
  description: text,
  division: text,
  startUpRef: containerReference,
  worktype: struct({ name: nameOf('worktype') }),
  defaultLanguage: text,
  supportedLanguages: mapOf(supportedLanguage),
  initialGreeting: audio,
  variables,
  settingsOutboundCall: struct({ contactList: value('any'), wrapupCode: value('wrapupCode') }),
  settingsInQueueCall: struct({ holdMusic: value('prompt') }),
  settingsInboundEmailHandling: struct({ emailHandling: choice({ disconnect: nothing, continue: nothing }) }),
  settingsCommonModule: struct({ compatibleFlowTypes: plainListOf(struct({ flowType: text })) }),
  settingsActionDefaults: struct({
    playAudioOnSilence: timeout('timeout'),
    detectSilence: timeout('timeout'),
    callData: prompting,
    callDataSecure: prompting,
    callBridge: prompting,
    collectInput: timeout('noEntryTimeout'),
    dialByExtension: timeout('interDigitTimeout'),
    transferToUser: timeout('connectTimeout'),
    transferToNumber: timeout('connectTimeout'),
    transferToGroup: timeout('connectTimeout'),
    transferToFlowSecure: timeout('connectTimeout'),
    askForIntent: timeout('voiceEndOfInputTimeout'),
    askForBoolean: timeout('voiceEndOfInputTimeout'),
    askForSlot: timeout('voiceEndOfInputTimeout'),
    loopAnythingElse: timeout('voiceEndOfInputTimeout'),
  }),
  settingsErrorHandling: struct({ errorHandling, preHandlingAudio: audio, ...botEscalation }),
  settingsMenu: menuSettings,
  settingsPrompts: struct({
    ensureAudioInPrompts: bool,
    promptMediaToValidate: plainListOf(struct({ mediaType: text })),
  }),
  settingsSpeechRec: flowSpeechRecognition,
  referencedObjects: anything,
};

/** The handling of a broken flow. */
export type ErrorHandlingNode = StructNode<{ handling: typeof errorHandling }>['handling'];
