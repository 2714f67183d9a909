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
  settings,
  struct,
  type StructNode,
  text,
  value,
} from './forms';
import { flowTypes, promptMedia, word } from './words';

/** `supportedLanguages.<tag>`: the settings of a language of a flow. */
export const supportedLanguage = settings({
  defaultLanguageSkill: value('languageSkill'),
  /** Stands in the place of a skill in an example of the Terraform provider. */
  noValue: bool,
  /** The voice of each engine: a name, or the default voice of the engine. */
  textToSpeech: mapOf(settings({ voice: text, defaultVoice: bool })),
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

const timeout = (name: string) => settings({ [name]: value('duration') });
const prompting = settings({ processingPrompt: value('prompt') });

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
  settingsOutboundCall: settings({ contactList: value('contactList'), wrapupCode: value('wrapupCode') }),
  settingsInQueueCall: settings({ holdMusic: value('prompt') }),
  settingsInboundEmailHandling: settings({ emailHandling: choice({ disconnect: nothing, continue: nothing }) }),
  settingsCommonModule: settings({ compatibleFlowTypes: plainListOf(struct({ flowType: word(flowTypes) })) }),
  settingsActionDefaults: settings({
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
  settingsErrorHandling: settings({ errorHandling, preHandlingAudio: audio, ...botEscalation }),
  settingsMenu: menuSettings,
  settingsPrompts: settings({
    ensureAudioInPrompts: bool,
    promptMediaToValidate: plainListOf(struct({ mediaType: word(promptMedia) })),
  }),
  settingsSpeechRec: flowSpeechRecognition,
  referencedObjects: anything,
};

/** The handling of a broken flow. */
export type ErrorHandlingNode = StructNode<{ handling: typeof errorHandling }>['handling'];
