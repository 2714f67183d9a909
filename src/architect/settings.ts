import { flowSpeechRecognition, menuSettings, variables } from './containers';
import { anything, audio, bool, choice, mapOf, nameOf, plainListOf, struct, text, value } from './forms';
import { containerReference, type StructNode } from './forms';

/** `supportedLanguages.<tag>`: what a flow needs to serve a language. */
export const supportedLanguage = struct({
  defaultLanguageSkill: value('languageSkill'),
  textToSpeech: mapOf(struct({ voice: text })),
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

const timeout = (name: string) => struct({ [name]: value('duration') });
const prompting = struct({ processingPrompt: value('prompt') });

/** Every key a flow of any kind may have at its root, in the order in which the exporter writes them. */
export const rootFields = {
  name: text,
  description: text,
  division: text,
  startUpRef: containerReference,
  defaultLanguage: text,
  supportedLanguages: mapOf(supportedLanguage),
  worktype: struct({ name: nameOf('worktype') }),
  variables,
  initialGreeting: audio,
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
    askForBoolean: anything,
    askForIntent: anything,
    askForSlot: anything,
  }),
  settingsErrorHandling: struct({ errorHandling, preHandlingAudio: audio }),
  settingsMenu: menuSettings,
  settingsPrompts: struct({ ensureAudioInPrompts: bool, promptMediaToValidate: plainListOf(struct({ mediaType: text })) }),
  settingsSpeechRec: flowSpeechRecognition,
  settingsOutboundCall: struct({ contactList: value('any'), wrapupCode: value('wrapupCode') }),
  settingsInQueueCall: struct({ holdMusic: value('prompt') }),
  settingsInboundEmailHandling: struct({ emailHandling: choice({ disconnect: nothing, continue: nothing }) }),
  settingsCommonModule: struct({ compatibleFlowTypes: plainListOf(struct({ flowType: text })) }),
  settingsBotFlow: anything,
  settingsUserInput: anything,
  settingsKnowledge: anything,
  settingsNaturalLanguageUnderstanding: anything,
  settingsVirtualAgent: anything,
  referencedObjects: anything,
};

/** `playAudioOnSilence`, `callData` … of `settingsActionDefaults`. */
export type ErrorHandlingNode = StructNode<{ handling: typeof errorHandling }>['handling'];
