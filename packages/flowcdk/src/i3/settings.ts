import { mapping, scalar, sequence, type YamlNode } from '../architect/yaml/node';
import { menuSettings, speechSettings } from './containers';
import type { Containers } from './containers';
import { lowerFirst } from './literals';
import { keptSetting, rest } from './kept-setting';
import { type Entry, isObject, keyed, mappingIfAny, mappingOf, NONE, type Part } from './part';
import { arriveBare, audioOf, leaveAll, valueOf } from './value';

/** `supportedLanguages`: the settings of each language. */
export function languages(flow: Part): Entry {
  const entries = flow.parts('supportedLanguageOptions').map((options) => {
    const tag = options.key('language', (options.peekText('language') ?? '').toLowerCase());
    const skill = options.part('languageSkill');
    const content: Entry[] = [
      ['defaultLanguageSkill', skill && valueOf(skill)],
      ['textToSpeech', voice(options.part('textToSpeech'))],
      ['speechToText', speechEngine(options.part('speechToText'))],
    ];
    const kept = options.keys().map((key) => keptSetting(options, key));
    return [tag, mappingIfAny([...content, ...kept]) ?? NONE] as const;
  });
  flow.leave('repeated', 'supportedLanguages');
  return ['supportedLanguages', mappingIfAny(entries)];
}

/** The engine and the voice: `Genesys Enhanced TTS: {voice: en-US-DavisNeural}`, or `defaultEngine`. */
function voice(speech: Part | undefined): YamlNode | undefined {
  const engine = speech?.part('engine');
  const spoken = speech?.part('voice');
  if (engine === undefined) return undefined;
  const isDefault = engine.peekText('selection') === 'default';
  if (isDefault) engine.leave('repeated', 'name');
  const name = isDefault ? 'defaultEngine' : engine.key('name');
  const voiceName = spoken?.scalar('name');
  for (const part of [engine, spoken]) {
    part?.leave('id', 'id');
    part?.leave('type', 'selection', 'isDefault', 'grammarBased');
    part?.leaveRest('lost');
  }
  const voiceEntry: Entry = voiceName === undefined ? ['defaultVoice', scalar(true)] : ['voice', voiceName];
  return keyed(name, mappingOf([voiceEntry]));
}

function speechEngine(speech: Part | undefined): YamlNode | undefined {
  const engine = speech?.part('engine');
  if (engine === undefined) return undefined;
  const isDefault = engine.peek('isDefault') === true || engine.peekText('selection') === 'default';
  const name = engine.scalar('name');
  const byDefault = scalar(true);
  if (isDefault && engine.has('isDefault')) engine.arrives('isDefault', byDefault);
  engine.leave('id', 'id');
  engine.leave('type', 'selection', 'isDefault', 'grammarBased');
  const kept = engine.keys().map((key) => keptSetting(engine, key));
  return mapping([
    ['engine', mappingOf([['name', name], ['defaultEngine', isDefault ? byDefault : undefined], ...kept])],
  ]);
}

/** The defaults of actions: their names in an export, their names in YAML, and their fields by both names. */
const actionDefaults: Readonly<Record<string, readonly [kind: string, fields: Readonly<Record<string, string>>]>> = {
  PlayAudioOnSilenceAction: ['playAudioOnSilence', { timeout: 'timeout' }],
  DetectSilenceAction: ['detectSilence', { timeout: 'timeout' }],
  DataAction: ['callData', { processingPrompt: 'processingPrompt' }],
  SecureAction: ['callDataSecure', { processingPrompt: 'processingPrompt' }],
  BridgeServerAction: ['callBridge', { processingPrompt: 'processingPrompt' }],
  CollectInputAction: ['collectInput', { noEntryTimeout: 'noEntryTimeout' }],
  DialExtensionAction: ['dialByExtension', { digitTimeout: 'interDigitTimeout' }],
  TransferUserAction: ['transferToUser', { connTimeout: 'connectTimeout' }],
  TransferExternalAction: ['transferToNumber', { connTimeout: 'connectTimeout' }],
  TransferGroupAction: ['transferToGroup', { connTimeout: 'connectTimeout' }],
  TransferFlowSecureAction: ['transferToFlowSecure', { connTimeout: 'connectTimeout' }],
  AskForNLUIntentAction: ['askForIntent', { voiceEndOfInputTimeout: 'voiceEndOfInputTimeout' }],
  AskForBooleanAction: ['askForBoolean', { voiceEndOfInputTimeout: 'voiceEndOfInputTimeout' }],
  AskForSlotAction: ['askForSlot', { voiceEndOfInputTimeout: 'voiceEndOfInputTimeout' }],
  AskForNLUNextIntentAction: ['loopAnythingElse', { voiceEndOfInputTimeout: 'voiceEndOfInputTimeout' }],
};

/** The values of settings without a key, as every export has them. */
const usualValues: Readonly<Record<string, string>> = {
  allowedRepeatCount: '5',
  silenceDuration: 'P0D0H0M1S0F',
  interDigitTimeout: 'P0D0H0M3S0F',
};

/** `settingsActionDefaults`, `settingsMenu` and the defaults of speech recognition. */
export function defaults(flow: Part): {
  readonly actions: Entry;
  readonly menu: Entry;
  readonly speech: readonly Entry[];
} {
  const all = flow.part('defaultSettings');
  const menu = all?.part('Menu');
  const speech = all?.part('SpeechRec');
  const menuEntries = menu ? menuSettings(menu) : [];
  const speechEntries = speech ? speechSettings(speech) : [];
  speech?.leave('noKey', 'invalidSpeechRecPromptsList');
  for (const part of [menu, speech]) part?.leaveRest('lost');
  const actions = (all?.keys() ?? []).map((type): Entry => {
    const part = all?.part(type);
    const form = Object.hasOwn(actionDefaults, type) ? actionDefaults[type] : undefined;
    if (part === undefined) return [type, undefined];
    return [form?.[0] ?? lowerFirst(type.replace(/Action$/, '')), defaultsOfAction(part, form?.[1] ?? {})];
  });
  return {
    actions: ['settingsActionDefaults', mappingIfAny(actions)],
    menu: ['settingsMenu', mappingIfAny(menuEntries)],
    speech: speechEntries,
  };
}

function defaultsOfAction(part: Part, fields: Readonly<Record<string, string>>): YamlNode | undefined {
  const known: Entry[] = Object.entries(fields).map(([exported, key]) => {
    const inner = part.part(exported);
    return [key, inner && valueOf(inner)];
  });
  const others = part.keys().map((key): Entry => {
    const usual = usualValues[key];
    const value = part.peek(key);
    if (usual === undefined) return keptSetting(part, key);
    part.leave(isObject(value) && value.text === usual ? 'noKey' : 'lost', key);
    return [key, undefined];
  });
  return mappingIfAny([...known, ...others]);
}

/** `settingsSpeechRec`, with the switches that stand at the root of the export. */
export function speechRecognition(flow: Part, fields: readonly Entry[]): Entry {
  if (!flow.has('disableAsr')) return ['settingsSpeechRec', mappingIfAny(fields)];
  const engine = flow.part('speechRecEngine');
  if (engine) leaveAll(engine, engine.peekText('text') === '' ? 'noKey' : 'lost');
  const suppress = flow.part('suppressRecording');
  return [
    'settingsSpeechRec',
    mappingOf([
      ...fields,
      ['asrCompanyDir', companyDirectory(flow)],
      ['asrEnabledOnFlow', bareOf(flow.part('disableAsr'), (text) => text !== 'true')],
      ['suppressRecording', bareOf(suppress, (text) => text === 'true')],
    ]),
  ];
}

/**
 * Where callers may say the name of a colleague: nowhere (seen), at the start or in the entire flow (both inferred from
 * the names of the two settings).
 */
function companyDirectory(flow: Part): YamlNode | undefined {
  const disabled = flow.part('disableAsrCompanyDirectory');
  const everywhere = flow.part('speechRecCompanyDirectory');
  if (disabled === undefined) return undefined;
  const isDisabled = disabled.peekText('text') === 'true';
  const isEverywhere = everywhere?.peekText('text') === 'true';
  const node = scalar(isDisabled ? 'none' : isEverywhere ? 'entireFlow' : 'startUpObject');
  arriveBare(disabled, node);
  if (everywhere) arriveBare(everywhere, node);
  return node;
}

/** A value that stands bare in YAML. */
function bareOf(part: Part | undefined, valueIn: (text: string) => boolean | string): YamlNode | undefined {
  if (part === undefined) return undefined;
  const node = scalar(valueIn(part.peekText('text') ?? ''));
  arriveBare(part, node);
  return node;
}

/** `settingsErrorHandling`: what happens when an action fails, and what a bot then says. */
export function errorHandling(flow: Part, containers: Containers): Entry {
  const part = flow.part('errorHandling');
  if (part === undefined) return ['settingsErrorHandling', undefined];
  const audio = part.part('audio');
  const entries: Entry[] = [
    ['errorHandling', handling(part, 'handlingType', containers)],
    ['preHandlingAudio', audio && audioOf(audio)],
    ...inPlace(part, 'enableAgentEscalation', 'errorEventHandover'),
    ...inPlace(part, 'agentEscalationConfirmation', 'agentEscalationHandover'),
    ['recognitionFailureEventHandover', valueIn(part, 'recognitionEventHandover')],
    ['recognitionFailureEventHandling', simpleHandling(part, 'recognitionHandlingType')],
    ['agentEscalationHandling', simpleHandling(part, 'agentEscalationHandlingType')],
  ];
  if (part.peekText('subsequentRecognitionFailuresHandlingType') === 'Exit')
    part.leave('noKey', 'subsequentRecognitionFailuresHandlingType');
  part.leave('editor', 'uiMetaData');
  const kept = part.keys().map((key) => keptSetting(part, key));
  return ['settingsErrorHandling', mappingOf([...entries, ...kept])];
}

const inPlace = (part: Part, ...keys: readonly string[]): readonly Entry[] =>
  keys.map((key) => [key, valueIn(part, key)] as const);

function valueIn(part: Part, key: string): YamlNode | undefined {
  const inner = part.part(key);
  return inner && valueOf(inner);
}

/** The containers to which a broken flow may go, by the kind of its handling. */
const handlingTargets: Readonly<Record<string, string>> = {
  menu: 'targetMenuRef',
  task: 'targetTaskRef',
  state: 'targetStateRef',
};

function handling(part: Part, key: string, containers: Containers): YamlNode | undefined {
  const type = part.peekText(key);
  if (type === undefined) return undefined;
  const kind = lowerFirst(type);
  const queue = part.part('queue');
  const targetKey = handlingTargets[kind];
  const kindKey = part.key(key, kind);
  if (kind === 'queue') return keyed(kindKey, mappingOf([['targetQueue', queue && valueOf(queue)]]));
  if (queue) leaveAll(queue, 'outOfService');
  const id = targetKey && part.peekText(`${kind}Reference`);
  if (!targetKey || !id) return keyed(kindKey, NONE);
  part.leave('repeated', `${kind}Name`);
  const path = part.arrives(`${kind}Reference`, scalar(containers.pathOf(id, part.where)));
  return keyed(kindKey, keyed(targetKey, path));
}

function simpleHandling(part: Part, key: string): YamlNode | undefined {
  const type = part.peekText(key);
  if (type === undefined) return undefined;
  return keyed(part.key(key, lowerFirst(type)), NONE);
}

/** The settings of single kinds of flow. */
export function settingsOfKind(flow: Part): readonly Entry[] {
  const inQueue = flow.part('inQueueCallFlowSettings');
  const outbound = flow.part('outboundCallSettings');
  const email = flow.part('inboundEmailSettings');
  const common = flow.part('commonModuleFlowSettings');
  const types = common?.scalars('destinationFlowTypes') ?? [];
  const worktype = flow.part('workitemFlowSettings')?.part('worktype');
  const worktypeName = worktype?.scalar('name');
  worktype?.leave('id', 'id');
  worktype?.leaveRest('listed');
  const entries: Entry[] = [
    ['worktype', worktypeName && mapping([['name', worktypeName]])],
    ['settingsInQueueCall', inQueue && mappingOf([['holdMusic', valueIn(inQueue, 'holdMusic')], ...rest(inQueue)])],
    ['settingsOutboundCall', outbound && mappingOf(outboundSettings(outbound))],
    [
      'settingsInboundEmailHandling',
      email && mappingOf([['emailHandling', simpleHandling(email, 'autoGeneratedEmailHandlingType')], ...rest(email)]),
    ],
    [
      'settingsCommonModule',
      common &&
        mappingOf([
          ['compatibleFlowTypes', sequence(types.map((type) => mapping([['flowType', type]])))],
          ...rest(common),
        ]),
    ],
  ];
  return entries;
}

const outboundSettings = (outbound: Part): readonly Entry[] => [
  ['contactList', valueIn(outbound, 'contactList')],
  ['wrapupCode', valueIn(outbound, 'defaultWrapupCode')],
  ...rest(outbound),
];
