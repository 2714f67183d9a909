import { mapping, scalar, sequence, type YamlNode } from '../architect/yaml/node';
import { isDeeperThan } from '../ground/json-depth';
import { MAX_DEPTH } from './limits';
import { keptSetting, rest } from './kept-setting';
import { type Entry, isList, isObject, type Json, mappingIfAny, mappingOf, NONE, type Part } from './part';
import { keptNode, leaveAll, valueOf } from './value';

/** The settings of a bot: intents, user input, knowledge, virtual agent. */
export function botSettings(flow: Part): readonly Entry[] {
  const bot = flow.part('botFlowSettings');
  const input = flow.part('userInputSettings');
  const knowledge = flow.part('knowledgeSettings');
  const agent = flow.part('virtualAgentSettings');
  const understanding = flow.part('nluMetaData');
  if (bot === undefined && understanding === undefined) return [];
  const intents = understanding?.part('intents');
  return [
    ['settingsBotFlow', botFlow(bot, intents)],
    ['settingsUserInput', input && userInput(input)],
    ['settingsKnowledge', knowledge && knowledgeSettings(knowledge)],
    ['settingsVirtualAgent', agent && plainSettings(agent)],
    ['settingsNaturalLanguageUnderstanding', understanding && languageUnderstanding(understanding)],
  ];
}

function botFlow(bot: Part | undefined, intents: Part | undefined): YamlNode {
  const settings = (intents?.keys() ?? []).flatMap((name) => {
    const intent = intents?.part(name);
    const confirmation = intent?.part('confirmation');
    const entries: Entry[] = [
      ['confirmation', confirmation && valueOf(confirmation)],
      ['name', scalar(name)],
      ...(intent ? rest(intent) : []),
    ];
    return [mapping([['intent', mappingOf(entries)]])];
  });
  bot?.leave('version', 'engineVersion');
  bot?.leave('id', 'nluDomainId', 'nluDomainVersionId');
  for (const key of ['virtualAgentEnabled', 'agenticVirtualAgentEnabled'])
    if (bot?.peek(key) === false) bot.leave('noKey', key);
  const enabled = bot?.scalar('virtualAgentEnabled');
  return (
    mappingIfAny([
      ['intentSettings', settings.length > 0 ? sequence(settings) : undefined],
      ['virtualAgentEnabled', enabled],
      ...(bot ? rest(bot) : []),
    ]) ?? NONE
  );
}

/** Apologies stand in lists of one. */
const apologies: Readonly<Record<string, string>> = {
  noMatchApologies: 'noMatchApology',
  noInputsApologies: 'noInputApology',
  noToConfirmationApologies: 'noToConfirmationApology',
  confirmationNoMatchApologies: 'confirmationNoMatchApology',
  confirmationNoInputApologies: 'confirmationNoInputApology',
};

function userInput(input: Part): YamlNode {
  input.leave('editor', 'uiMetaData');
  const entries = input.keys().map((key): Entry => {
    const single = apologies[key];
    if (single === undefined) return valueOrKept(input, key);
    const [first, ...others] = input.parts(key);
    for (const other of others) leaveAll(other, 'lost');
    return [single, first && valueOf(first)];
  });
  return mappingIfAny(entries) ?? NONE;
}

/** A value under its own name. Settings of bots have the same names in both forms, as far as they are seen. */
function valueOrKept(part: Part, key: string): Entry {
  const value = part.peek(key);
  if (!isObject(value) || typeof value.text !== 'string') return keptSetting(part, key);
  const inner = part.part(key);
  return [key, inner && valueOf(inner)];
}

function plainSettings(part: Part): YamlNode | undefined {
  part.leave('editor', 'uiMetaData');
  return mappingIfAny(part.keys().map((key) => valueOrKept(part, key)));
}

/**
 * The settings of a knowledge base. A bot without one has settings all the same; Architect's own YAML then writes
 * `none: true`. With one, no YAML is known; the names are those of the export.
 */
function knowledgeSettings(part: Part): YamlNode {
  part.leave('editor', 'uiMetaData');
  if (typeof part.peek('knowledgeBaseId') !== 'string') {
    part.leaveRest('outOfService');
    return NONE;
  }
  part.leave('id', 'knowledgeBaseId');
  const name = part.scalar('knowledgeBaseName');
  const base: Entry = ['knowledgeBase', name && mapping([['name', name]])];
  return mappingOf([base, ...part.keys().map((key) => valueOrKept(part, key))]);
}

/** `settingsNaturalLanguageUnderstanding`: what the bot was trained with. It stands as JSON in a text. */
function languageUnderstanding(part: Part): YamlNode {
  const model = modelOf(part);
  model?.leave('noKey', 'description');
  const domain: Entry[] = ['intents', 'entities', 'entityTypes', 'language', 'languageVersions'].map((key) => [
    key,
    model && trained(model, key),
  ]);
  const health = part.part('intentHealthInfo');
  const muted = health?.peek('mutedUtterances');
  const mutedNode = isList(muted) && muted.length > 0 ? health && keptNode(health, 'mutedUtterances') : sequence([]);
  health?.leave('empty', 'mutedUtterances');
  part.leave('type', 'rawNluCompressionFormat');
  // The archive of the training data, in Architect's own short form.
  part.leave('repeated', 'archNlu', 'slots');
  const mappings = part.part('mappings');
  mappings?.leave('repeated', 'slotToEntityTypes', 'slotToReferencingIntents');
  mappings?.leave('id', 'slotToSlotVariables');
  return mappingOf([
    ['nluDomainVersion', mappingOf([...domain, ...(model ? rest(model) : [])])],
    ['mutedUtterances', mutedNode],
    ['mappings', mappings && mappingIfAny(rest(mappings))],
    ...(health ? rest(health) : []),
    ...rest(part),
  ]);
}

/** A part of the training data, as it is. Ids of utterances stay, as the exporter keeps them. */
function trained(model: Part, key: string): YamlNode | undefined {
  const value = model.peek(key);
  if (value === undefined || value === null) return undefined;
  if (isList(value) && value.length === 0) return model.arrives(key, sequence([]));
  if (isObject(value) && Object.keys(value).length === 0) return model.arrives(key, mapping([]));
  return verbatim(model, key);
}

/** Everything below a key, unchanged: ids and empty lists too. */
function verbatim(part: Part, key: string): YamlNode | undefined {
  const value = part.peek(key);
  if (value === null) return part.arrives(key, scalar(null));
  if (isList(value)) {
    if (value.length === 0) return part.arrives(key, sequence([]));
    if (!value.every(isObject)) return sequence(part.scalars(key));
    return sequence(part.parts(key).map(verbatimObject));
  }
  if (isObject(value) && Object.keys(value).length === 0) return part.arrives(key, mapping([]));
  const inner = part.part(key);
  return inner ? verbatimObject(inner) : part.scalar(key);
}

const verbatimObject = (part: Part): YamlNode => mappingOf(part.keys().map((key) => [key, verbatim(part, key)]));

/** The JSON in the text `rawNlu`. A text in another compression, or a text that is no JSON, is kept as it is. */
function modelOf(part: Part): Part | undefined {
  const text = part.peekText('rawNlu');
  const format = part.peekText('rawNluCompressionFormat') ?? 'none';
  if (text === undefined || format !== 'none' || isDeeperThan(MAX_DEPTH, text)) return undefined;
  let json: Json;
  try {
    json = JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
  if (!isObject(json)) return undefined;
  return part.inText('rawNlu', json);
}
