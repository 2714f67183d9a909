import { mapping, scalar, sequence, type YamlNode } from '../architect/yaml/node';
import { apiType, type FlowKind, flowKinds, isVoiceFlow } from '../ground/flow-kinds';
import { botSettings } from './bots';
import { Containers, containerTypes, isContainer } from './containers';
import { BrokenLink } from './context';
import { type Contracts, contractsOf } from './contracts';
import { rest } from './kept-setting';
import { type Entry, keyed, mappingIfAny, mappingOf, type Part } from './part';
import { unknownContainer, unknownType } from './refusals';
import { defaults, errorHandling, languages, settingsOfKind, speechRecognition } from './settings';
import { audioOf, keptNode } from './value';
import { declarations } from './variables';

/** A flow of an export as YAML data. */
export interface ConvertedFlow {
  readonly kind: FlowKind;
  readonly name: string;
  readonly yaml: YamlNode;
  readonly contracts: Contracts;
}

/** Converts the JSON of a flow. Throws a `BrokenLink` where the export cannot be followed. */
export function flowOf(flow: Part, file: string): ConvertedFlow {
  const type = flow.peekText('type') ?? '';
  const kind = flowKinds.find((known) => apiType(known) === type.toLowerCase());
  if (kind === undefined) throw new BrokenLink(unknownType(file, type, flowKinds.map(apiType)));
  const root = flow.key('type', kind);
  const isVoice = isVoiceFlow(kind);
  const containers = containersOf(flow, kind, isVoice, file);
  const start = flow.peekText('initialSequence') ?? '';
  const startUp = containers.isRoot(start) ? undefined : scalar(containers.pathOf(start, flow.where));
  if (startUp) flow.arrives('initialSequence', startUp);
  flow.leave('link', 'initialSequence');
  const name = flow.peekText('name') ?? '';
  const notes = flow.part('uiMetaData');
  const entries: Entry[] = [
    ['name', flow.scalar('name')],
    ['description', flow.scalar('description')],
    ['startUpRef', startUp],
    ['defaultLanguage', languageTag(flow, kind)],
    ...settings(flow, containers, notes, isVoice),
    ...containers.entries(),
    ...botSettings(flow),
  ];
  leaveRoot(flow);
  const yaml = keyed(root, mappingOf([...entries, ...rest(flow)]));
  return { kind, name, yaml, contracts: contractsOf(notes) };
}

function containersOf(flow: Part, kind: FlowKind, isVoice: boolean, file: string): Containers {
  const parts = flow.parts('flowSequenceItemList').map((part) => part.named(flow.where));
  const unknown = parts.find((part) => !isContainer(part.peekText('__type') ?? ''));
  if (unknown !== undefined) {
    const type = unknown.peekText('__type') ?? 'container without a type';
    throw new BrokenLink(unknownContainer(file, type, unknown.where, containerTypes));
  }
  return new Containers(parts, kind, isVoice, file);
}

/** A common module has no language of its own in YAML. */
function languageTag(flow: Part, kind: FlowKind): YamlNode | undefined {
  const language = flow.peekText('defaultLanguage');
  if (kind === 'commonModule') flow.leave('repeated', 'defaultLanguage');
  if (language === undefined || kind === 'commonModule') return undefined;
  return flow.arrives('defaultLanguage', scalar(language.toLowerCase()));
}

function settings(flow: Part, containers: Containers, notes: Part | undefined, isVoice: boolean): readonly Entry[] {
  const greeting = flow.part('initialPrompts');
  const usual = defaults(flow);
  return [
    languages(flow),
    ['initialGreeting', greeting && audioOf(greeting)],
    ['variables', declarations(flow, isVoice)],
    ...settingsOfKind(flow),
    usual.actions,
    errorHandling(flow, containers),
    usual.menu,
    promptSettings(notes),
    speechRecognition(flow, usual.speech),
  ];
}

/** How the audio of prompts is validated. Older exports do not say it. */
function promptSettings(notes: Part | undefined): Entry {
  if (notes === undefined) return ['settingsPrompts', undefined];
  const media = notes.scalars('promptMediaToValidate');
  const list = media.length === 0 ? undefined : sequence(media.map((medium) => mapping([['mediaType', medium]])));
  return [
    'settingsPrompts',
    mappingIfAny([
      ['ensureAudioInPrompts', notes.scalar('ensureAudioInPrompts')],
      ['promptMediaToValidate', list],
    ]),
  ];
}

function leaveRoot(flow: Part): void {
  flow.leave('id', 'nextTrackingNumber', 'id');
  flow.leave('version', 'flowMetaData');
  flow.leave('listed', 'manifest');
  flow.leave('empty', 'debugSettings');
  flow.leave(flow.peek('isSecure') === true ? 'repeated' : 'noKey', 'isSecure');
  const custom = flow.part('customDefinitions');
  for (const definition of custom?.parts('dataTypeDefinitions') ?? []) {
    // The types of the platform itself, such as the data of a workitem's event.
    const isOwn = definition.peekText('id')?.startsWith('jsn__architect::') === true;
    definition.leave('id', 'id', 'dataTypeId');
    definition.leaveRest(isOwn ? 'type' : 'lost');
  }
  for (const key of custom?.keys() ?? []) if (custom) keptNode(custom, key);
}
