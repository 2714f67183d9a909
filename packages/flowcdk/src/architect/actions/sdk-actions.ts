import { type ActionForm, actionForm } from '../action';
import { type FlowKind, digitalFlows, voiceFlows } from '../../ground/flow-kinds';
import { type Form, binding, bool, communication, mapOf, objectNamed, struct, text, value } from '../forms';
import { assumedPaths, inside } from '../inside';
import { botFlows } from './bot-flows';
import { failureOutputs } from './failure';
import { readAttributes, writtenAttributes } from './participant-data';
import { statements } from './update-data';

/*
 * The actions of the scripting SDK that have no builder here. Their keys and paths are those of the SDK, by the rules that
 * hold for every action that was seen in a file: properties keep their names, and the outputs of a failure are
 * `failureOutputs`. Nobody has seen them in a file. A row names the kinds of flow where the SDK or the platform's pages say
 * them; where a row names none, the kinds are not known.
 */

type Fields = Readonly<Record<string, Form<unknown>>>;

/** The known parts of an action: where it may stand, its fields and its paths. */
interface Row {
  readonly in?: readonly FlowKind[];
  readonly fields?: Fields;
  readonly paths?: readonly string[];
  readonly ends?: 'always';
  readonly flushesAudio?: true;
  readonly takesTime?: true;
}

function sdkAction({ in: flows, fields = {}, paths = [], ...traits }: Row): ActionForm<Record<never, never>> {
  const failure = paths.includes('failure') ? { failureOutputs } : {};
  return actionForm({
    evidence: 'inferred',
    shape: 'assumed',
    ...(flows === undefined ? {} : { flows }),
    ...traits,
    fields: { ...fields, ...failure, ...(paths.length > 0 ? { outputs: assumedPaths(...paths) } : {}) },
  }) as ActionForm<Record<never, never>>;
}

/** An action that has a result, or fails. */
const WORKS = ['success', 'failure'];
/** An action that looks something up. */
const LOOKS = ['found', 'notFound'];
/** An action that asks somebody. */
const PATIENCE = ['maxNoInputs', 'maxNoMatches'];

const strings = (...names: readonly string[]): Fields =>
  Object.fromEntries(names.map((name) => [name, value('string')]));
const anyValues = (...names: readonly string[]): Fields => Object.fromEntries(names.map((name) => [name, value()]));

const question: Fields = {
  question: communication,
  noInput: communication,
  noMatch: communication,
  voiceEndOfInputTimeout: value('duration'),
};

/** A bot of another vendor. The key of the bot is its own; intents and slots stand below it. */
const vendorBot = (bot: string, fields: Fields = {}, paths: readonly string[] = ['failure']) =>
  sdkAction({
    fields: {
      inputText: value('string'),
      followupResponseTimeout: value('duration'),
      sessionVariables: inside,
      outputSessionVariables: inside,
      ...fields,
      [bot]: inside,
    },
    paths,
    flushesAudio: true,
    takesTime: true,
  });

const findBy = (key: 'findName' | 'findId') =>
  sdkAction({ fields: { [key]: value('string'), findResult: binding() }, paths: LOOKS });

/** Every action that only the scripting SDK names, by its key in YAML. */
export const sdkForms = {
  askForAuthentication: sdkAction({
    in: ['digitalBot'],
    fields: {
      ...strings('signInMessage', 'successMessage'),
      authenticationCompletionTimeout: value('duration'),
      noInput: communication,
      noMatch: communication,
    },
    paths: [...WORKS, ...PATIENCE],
    takesTime: true,
  }),
  askForPayment: sdkAction({
    in: ['digitalBot'],
    fields: {
      ...strings('currency', 'countryCode', 'paymentPlatform'),
      ...anyValues('lineItems', 'shippingOptions'),
      totalPrice: value('currency'),
      receivedMessageImage: value(),
      ...strings('receivedMessageTitle', 'replyMessageTitle'),
      requiredContactInformation: value('stringCollection'),
      paymentCompletionTimeout: value('duration'),
      noInput: communication,
      noMatch: communication,
    },
    paths: [...WORKS, ...PATIENCE],
    takesTime: true,
  }),
  askSurveyQuestion: sdkAction({
    in: ['voiceSurvey'],
    fields: {
      surveyQuestion: inside,
      surveyQuestionResult: binding(),
      questionCondition: value('boolean'),
      answer: communication,
      followUpQuestion: communication,
      notApplicable: value('string'),
      ...question,
    },
    paths: PATIENCE,
    takesTime: true,
  }),
  audioMonitoring: sdkAction({
    in: [...voiceFlows, 'voicemail', 'voice', 'voiceSurvey'],
    fields: { enableMonitoring: value('boolean') },
  }),
  callAudioConnector: vendorBot('audioConnector', { connectorId: value('string') }, WORKS),
  callBotConnector: vendorBot('botConnector'),
  callDialogEngineBot: vendorBot('dialogEngineBot', { terminationState: binding('string') }, [
    'failure',
    'knowledge',
    'noIntent',
  ]),
  callDialogflowBot: vendorBot('dialogflowAgent', {
    eventName: value('string'),
    intentProbability: binding('decimal'),
  }),
  callDialogflowCxBot: vendorBot(
    'dialogflowAgent',
    {
      eventName: value('string'),
      sessionParameters: inside,
      sessionParameterOutputs: inside,
      liveAgentHandoffMetadata: inside,
    },
    WORKS,
  ),
  callGuide: sdkAction({
    fields: { voiceProcessingPrompt: communication, guide: inside },
    paths: [...WORKS, 'timeout'],
    flushesAudio: true,
    takesTime: true,
  }),
  callLexBot: vendorBot('lexBot', { startAudio: inside }),
  callNuanceMixBot: vendorBot('nuanceMixBot', { channelId: value('string'), botVariables: inside }),
  callVoiceFlow: sdkAction({
    fields: { inputText: value('string'), exitReason: binding('string'), intent: binding('string'), voiceFlow: inside },
    flushesAudio: true,
    takesTime: true,
  }),
  clearActiveIntent: sdkAction({ in: botFlows }),
  clearVoicemailSnippet: sdkAction({ in: ['voicemail'] }),
  detectIntent: sdkAction({ in: botFlows, fields: { detectedIntent: binding('string') }, paths: ['default'] }),
  extractSecureData: sdkAction({ fields: { statements } }),
  findGrammar: findBy('findName'),
  findGrammarById: findBy('findId'),
  findKnowledgeBaseDocumentById: findBy('findId'),
  getAssignedCustomerIntents: sdkAction({
    fields: { externalContactId: value('string'), getAssignedCustomerIntentsResult: binding() },
    paths: [...LOOKS, 'failure'],
  }),
  getJourneyOutcome: findBy('findId'),
  getJourneyOutcomeScoresBySession: findBy('findId'),
  getJourneySegment: findBy('findId'),
  getJourneySession: findBy('findId'),
  getJourneySessionsByExternalContact: findBy('findId'),
  getResponse: sdkAction({
    fields: {
      responseLibrary: struct({ name: text }),
      response: struct({ name: text }),
      responseBody: binding('string'),
      responseBodyHandling: value('string'),
      performSubstitutions: bool,
      substitutions: mapOf(value('string')),
    },
    paths: WORKS,
  }),
  getSecuredData: sdkAction({
    fields: { conversationId: value('string'), attributes: readAttributes },
    paths: WORKS,
  }),
  loopAnythingElse: sdkAction({
    in: botFlows,
    fields: { currentIndex: binding('integer'), ...question },
    paths: ['loop', ...PATIENCE],
    takesTime: true,
  }),
  processVoicemailInput: sdkAction({ in: ['voicemail'], paths: ['voicemail', 'failure', 'noInput'], takesTime: true }),
  promoteExternalContact: sdkAction({
    fields: { externalId: value('string'), externalResult: binding('externalContact') },
    paths: WORKS,
  }),
  returnToAgent: sdkAction({ in: ['secureCall'], ends: 'always', flushesAudio: true }),
  sendDigitalContent: sdkAction({
    in: [...digitalFlows, ...botFlows],
    fields: { responseLibrary: struct({ name: text }), response: objectNamed('other') },
    paths: PATIENCE,
  }),
  sendInteractiveApplication: sdkAction({
    in: [...digitalFlows, ...botFlows],
    fields: {
      ...strings('applicationName', 'applicationUrl'),
      applicationImage: value(),
      ...strings('title', 'subTitle'),
    },
    paths: WORKS,
  }),
  sendKnowledgeFeedback: sdkAction({
    in: botFlows,
    fields: { knowledgeArticle: value(), ...strings('knowledgeFeedback', 'knowledgeSearchId') },
    paths: WORKS,
  }),
  sendRichLink: sdkAction({
    in: [...digitalFlows, ...botFlows],
    fields: {
      ...strings('body', 'footer', 'headerType', 'headerText'),
      headerImage: value(),
      ...strings('urlLabel', 'urlValue'),
    },
    paths: WORKS,
  }),
  setIntent: sdkAction({ in: botFlows, fields: { intent: value('string') } }),
  setSecuredData: sdkAction({
    fields: { conversationId: value('string'), attributes: writtenAttributes },
    paths: WORKS,
  }),
  showKnowledgeArticle: sdkAction({ in: botFlows, fields: { knowledgeArticle: value() } }),
  transcription: sdkAction({
    in: [...voiceFlows, 'voicemail', 'voice', 'voiceSurvey'],
    fields: { enableTranscription: value('boolean') },
  }),
  waitForInput: sdkAction({
    in: botFlows,
    fields: {
      question: communication,
      noMatch: communication,
      customizeNoMatch: value('boolean'),
      noMatchReprompts: value(),
      knowledgeSearchResult: binding(),
    },
    takesTime: true,
  }),
};

/** The key of an action that only the scripting SDK names. */
export type SdkActionKind = keyof typeof sdkForms;

/** The keys of the actions that only the scripting SDK names. */
export const sdkKinds = Object.keys(sdkForms) as readonly SdkActionKind[];
