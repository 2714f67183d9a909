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

/** `supportedLanguages.<tag>`: what a flow needs to serve a language. */
export const supportedLanguage = struct({
  defaultLanguageSkill: value('languageSkill'),
  /** Stands instead of a skill in an example of the Terraform provider. */
  noValue: bool,
  /** By engine: a voice by its name, or the one the engine has by default. */
  textToSpeech: mapOf(struct({ voice: text, defaultVoice: bool })),
  speechToText: anything,
});

const nothing = struct({});

/** What happens to the interaction when an action fails without a failure path (kinds beyond the first six are inferred). */
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

/** When a bot gives up, and what it says then; bots only. */
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

/** Every key a flow of any kind may have at its root, in the order in which the exporter writes them. */
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

/** What happens when a flow breaks. */
export type ErrorHandlingNode = StructNode<{ handling: typeof errorHandling }>['handling'];
