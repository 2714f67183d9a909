import { mapping, scalar, sequence, type YamlNode } from '../architect/yaml/node';
import { actionNode, transferToAcdFields } from './actions';
import { ActionsById, BrokenLink, type Context } from './context';
import { type Field, named, reference, value } from './fields';
import { keptSetting } from './kept-setting';
import { type Entry, keyed, mappingIfAny, mappingOf, mappingOrNone, Part, sequenceIfAny } from './part';
import { brokenLink, joinedPaths, tooDeep } from './refusals';
import { audioOf, leaveAll, valueOf } from './value';
import { declarations } from './variables';

/** How deep actions may stand in paths of actions. YAML of that depth could not be read again. */
const MAX_NESTING = 60;

/** The kinds of containers: the list of the flow in which they stand, and their key. */
const containerKinds: Readonly<Record<string, { readonly list: string; readonly key: string } | undefined>> = {
  State: { list: 'states', key: 'state' },
  Task: { list: 'tasks', key: 'task' },
  Menu: { list: 'menus', key: 'menu' },
  BotState: { list: 'bots', key: 'bot' },
};

/** Containers whose actions stand at the root of the flow: of an in-queue flow and of a common module. */
const rootContainers: ReadonlySet<string> = new Set(['LoopTask', 'CommonModuleTask']);

export const isContainer = (type: string): boolean => rootContainers.has(type) || Object.hasOwn(containerKinds, type);
export const containerTypes: readonly string[] = [...Object.keys(containerKinds), ...rootContainers];

/** The states, tasks, menus and bots of a flow. */
export class Containers {
  private readonly parts = new Map<string, Part>();
  /** The tasks that stand inside a menu choice. */
  private readonly inChoices = new Set<string>();

  constructor(
    parts: readonly Part[],
    private readonly root: string,
    private readonly isVoice: boolean,
    private readonly file: string,
  ) {
    for (const part of parts) this.parts.set(part.peekText('id') ?? '', part);
  }

  /** The absolute path of a container: `/workflow/states/state[Initial State_10]`. */
  pathOf(id: string, where: string): string {
    const part = this.parts.get(id);
    const kind = part && containerKinds[part.peekText('__type') ?? ''];
    if (part === undefined || kind === undefined) throw new BrokenLink(brokenLink(this.file, id, where));
    return `/${this.root}/${kind.list}/${kind.key}[${refIdOf(part)}]`;
  }

  isRoot(id: string): boolean {
    return rootContainers.has(this.parts.get(id)?.peekText('__type') ?? '');
  }

  /** All containers, as entries of the flow. Menus come first, because a task of a choice stands in its menu. */
  entries(): readonly Entry[] {
    const lists = new Map<string, YamlNode[]>();
    const entries: Entry[] = [];
    const all = [...this.parts];
    const menus = all.filter(([, part]) => part.peekText('__type') === 'Menu');
    for (const [, part] of menus) addTo(lists, 'menus', mapping([['menu', this.menu(part)]]));
    for (const [id, part] of all) {
      const type = part.peekText('__type') ?? '';
      const kind = containerKinds[type];
      if (type === 'Menu' || this.inChoices.has(id)) continue;
      if (kind) addTo(lists, kind.list, mapping([[kind.key, this.listed(part)]]));
      else entries.push(...this.atRoot(part));
    }
    return [...entries, ...[...lists].map(([key, items]) => [key, sequence(items)] as const)];
  }

  private listed(part: Part): YamlNode {
    const name = part.scalar('name');
    const refId = part.arrives('trackingId', scalar(refIdOf(part)));
    return mappingOf([['name', name], ['refId', refId], ...this.content(part)]);
  }

  private atRoot(part: Part): readonly Entry[] {
    part.leave('noKey', 'name', 'trackingId');
    const content = new Map(this.content(part));
    return [
      ['startUpTaskVariables', content.get('variables')],
      ['startUpTaskActions', content.get('actions') ?? sequence([])],
    ];
  }

  /** The variables, the actions and the own paths of a container. */
  private content(part: Part): readonly Entry[] {
    const variables = declarations(part, this.isVoice);
    const context = new ContainerContext(this, part, this.root, this.isVoice, this.file);
    const actions = context.actionsFrom(part.peekText('startAction'), part.where);
    for (const action of context.actions.unreached()) leaveAll(action, 'unreachable');
    const ends = part.parts('paths').flatMap((path) => endOf(path));
    leaveContainer(part);
    const kept = part.keys().map((key) => keptSetting(part, key));
    return [['variables', variables], ['actions', actions], ['outputPaths', sequenceIfAny(ends)], ...kept];
  }

  /** The task that a menu choice starts. It has no name of its own in YAML. */
  taskOfChoice(id: string, where: string): YamlNode {
    const part = this.parts.get(id);
    if (part === undefined) throw new BrokenLink(brokenLink(this.file, id, where));
    if (this.inChoices.has(id)) throw new BrokenLink(joinedPaths(this.file, part.peekText('name') ?? id, where));
    this.inChoices.add(id);
    part.leave('noKey', 'name', 'trackingId');
    return mappingOrNone(this.content(part));
  }

  private menu(part: Part): YamlNode {
    const name = part.scalar('name');
    const refId = part.arrives('trackingId', scalar(refIdOf(part)));
    const prompts = part.part('prompts');
    const standard = part.peekText('defaultMenuChoice');
    const context = new ContainerContext(this, part, this.root, this.isVoice, this.file);
    const choices = part.parts('menuChoiceList').map((choice) => menuChoice(choice, context, standard));
    const chosen = choices.find(({ path }) => path !== undefined)?.path;
    const entries: Entry[] = [
      ['name', name],
      ['refId', refId],
      ['audio', prompts && audioOf(prompts)],
      ['settingsMenu', mappingIfAny(menuSettings(part))],
      ['settingsSpeechRec', mappingIfAny(speechSettings(part))],
      ['choices', sequence(choices.map(({ node }) => node))],
    ];
    if (chosen !== undefined) {
      entries.push(['defaultChildMenuRef', part.arrives('defaultMenuChoice', scalar(chosen))]);
    }
    leaveContainer(part);
    part.leave('noKey', 'invalidSpeechRecPromptsList', 'useParentInvalidPrompts');
    return mappingOf([...entries, ...part.keys().map((key) => keptSetting(part, key))]);
  }
}

const addTo = (lists: Map<string, YamlNode[]>, key: string, node: YamlNode): void => {
  const list = lists.get(key);
  if (list) list.push(node);
  else lists.set(key, [node]);
};

const refIdOf = (part: Part): string => `${part.peekText('name') ?? ''}_${String(part.peek('trackingId') ?? '')}`;

function leaveContainer(part: Part): void {
  part.leave('id', 'id');
  part.leave('link', 'startAction', 'actionList');
  part.leave('type', '__type');
  part.leave('editor', 'uiMetaData');
}

/** A path by which a task ends. The one that every task has is not declared. */
function endOf(path: Part): readonly YamlNode[] {
  path.leave('link', 'outputId', 'nextActionId');
  path.leave('editor', 'uiMetaData');
  if (path.peekText('outputId') === '__DEFAULT__' || path.peekText('label') === 'Default') {
    path.leave('noKey', 'label');
    path.leaveRest('editor');
    return [];
  }
  const name = path.scalar('label');
  path.leaveRest('editor');
  return [mapping([['outputPath', mappingOf([['name', name]])]])];
}

const renamed =
  (names: Readonly<Record<string, string>>) =>
  (part: Part): readonly Entry[] =>
    Object.entries(names).map(([key, exported]) => {
      const inner = part.part(exported);
      return [key, inner && valueOf(inner)] as const;
    });

/** The settings of a menu, and of all menus of a flow. */
export const menuSettings = renamed({
  extensionDialingMaxDelay: 'extensionDialingDelay',
  listenForExtensionDialing: 'useExtensionDialing',
  menuSelectionTimeout: 'promptRepeatDelay',
  repeatCount: 'promptRepeatCount',
});

/** The settings of speech recognition of a menu, and of all menus of a flow. */
export const speechSettings = renamed({
  completeMatchTimeout: 'speechRecTimeoutComplete',
  incompleteMatchTimeout: 'speechRecTimeoutIncomplete',
  maxSpeechLengthTimeout: 'speechRecTimeoutTotal',
  minConfidenceLevel: 'speechRecMinConfidence',
});

/** Follows the links between the actions of one container. */
class ContainerContext implements Context {
  readonly actions: ActionsById;
  /** The place of the container. */
  private readonly above: string;
  private nesting = 0;

  constructor(
    private readonly containers: Containers,
    part: Part,
    readonly root: string,
    readonly isVoice: boolean,
    private readonly file: string,
  ) {
    this.actions = new ActionsById(part.parts('actionList'), file);
    this.above = part.where;
  }

  actionsFrom(id: string | undefined, where: string): YamlNode | undefined {
    if (id === undefined) return undefined;
    this.nesting += 1;
    if (this.nesting > MAX_NESTING) throw new BrokenLink(tooDeep(this.file, MAX_NESTING, where));
    const nodes: YamlNode[] = [];
    for (let next: string | undefined = id; next !== undefined;) {
      const action: Part = this.actions.take(next, where).named(this.above);
      next = action.peekText('nextAction');
      nodes.push(actionNode(action, this));
    }
    this.nesting -= 1;
    return sequence(nodes);
  }

  pathOf(id: string, where: string): string {
    return this.containers.pathOf(id, where);
  }

  taskOfChoice(id: string, where: string): YamlNode {
    return this.containers.taskOfChoice(id, where);
  }
}

/** The actions that a menu choice may have, with their keys in YAML. */
const choiceForms: Readonly<
  Record<string, { readonly kind: string; readonly fields: Readonly<Record<string, Field>> }>
> = {
  DisconnectAction: { kind: 'menuDisconnect', fields: {} },
  TaskAction: { kind: 'menuTask', fields: { task: taskField } },
  TransferTaskAction: { kind: 'menuJumpToTask', fields: { targetTaskRef: reference('taskReference', 'taskName') } },
  TransferMenuAction: { kind: 'menuJumpToMenu', fields: { targetMenuRef: reference('menuReference', 'menuName') } },
  SubMenuAction: { kind: 'menuSubMenu', fields: { targetMenuRef: reference('menuReference', 'menuName') } },
  TransferPureMatchAction: { kind: 'menuTransferToAcd', fields: transferToAcdFields },
  PreviousMenuAction: { kind: 'menuPreviousMenu', fields: {} },
  RepeatMenuAction: { kind: 'menuRepeatMenu', fields: {} },
  DialExtensionAction: { kind: 'menuDialByExtension', fields: { interDigitTimeout: value('digitTimeout') } },
  TransferFlowAction: { kind: 'menuTransferToFlow', fields: { targetFlow: named('flowName', 'flowId') } },
};

function taskField(part: Part, context: Context): YamlNode {
  const id = part.peekText('taskReference') ?? '';
  part.leave('link', 'taskReference');
  part.leave('repeated', 'taskName');
  part.leave('empty', 'inputs', 'outputs');
  return context.taskOfChoice(id, part.where);
}

interface ChoiceNode {
  readonly node: YamlNode;
  /** The path of the choice, where the menu takes it by itself. */
  readonly path?: string;
}

function menuChoice(choice: Part, context: Context, standard: string | undefined): ChoiceNode {
  const action = choice.part('action') ?? new Part({}, choice.path, choice.account, choice.where);
  const type = action.peekText('__type') ?? '';
  const form = Object.hasOwn(choiceForms, type) ? choiceForms[type] : undefined;
  const kind = form?.kind ?? `menu${type.replace(/Action$/, '')}`;
  const key = action.key('__type', kind);
  const isStandard = standard !== undefined && choice.peekText('id') === standard;
  const refId = `${choice.peekText('name') ?? ''}_${String(action.peek('trackingId') ?? '')}`;
  const entries: Entry[] = [
    ['name', choice.scalar('name')],
    ['refId', isStandard ? action.arrives('trackingId', scalar(refId)) : undefined],
    ['dtmf', dtmfOf(choice)],
    ['globalDtmf', choice.scalar('globalDtmf') ?? scalar(false)],
    ['globalSpeechRecTerms', choice.scalar('globalSpeech') ?? scalar(false)],
    ...Object.entries(form?.fields ?? {}).map(([key, field]) => [key, field(action, context)] as const),
    ['speechRecTerms', speechTerms(choice)],
  ];
  choice.leave('id', 'id');
  choice.leave('editor', 'uiMetaData');
  action.leave('repeated', 'name', 'useDefaultHandling');
  action.leave('id', 'id', 'trackingId');
  action.leave('editor', 'uiMetaData');
  if (form === undefined)
    choice.account.kept.push({ path: choice.path, what: 'menuChoice', name: type, where: choice.where });
  const kept = [choice, action].flatMap((part) => part.keys().map((key) => keptSetting(part, key)));
  const node = keyed(key, mappingOf([...entries, ...kept]));
  return isStandard ? { node, path: `./choices/${kind}[${refId}]` } : { node };
}

/** The key that a caller presses: 9 is `digit_9`. */
function dtmfOf(choice: Part): YamlNode | undefined {
  const digit = choice.peek('digit');
  if (typeof digit !== 'number' && typeof digit !== 'string') return undefined;
  return choice.arrives('digit', scalar(`digit_${digit}`));
}

/** The words that a caller may say, by language. Languages without words are left away, as the exporter does. */
function speechTerms(choice: Part): YamlNode | undefined {
  const byLanguage = choice.part('speechRecTerms');
  if (byLanguage === undefined) return undefined;
  const entries = byLanguage.keys().map((language) => {
    const terms = byLanguage.scalars(language);
    return [language.toLowerCase(), terms.length > 0 ? mapping([['terms', sequence(terms)]]) : undefined] as const;
  });
  return entries.some(([, terms]) => terms !== undefined) ? mappingOf(entries) : undefined;
}
