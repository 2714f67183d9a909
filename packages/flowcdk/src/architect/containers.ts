import {
  actions,
  audio,
  bool,
  branch,
  containerReference,
  type Form,
  listOf,
  listOfKinds,
  mapOf,
  nameOf,
  plainListOf,
  required,
  settings,
  struct,
  type StructNode,
  text,
  value,
} from './forms';
import { acdSkills } from './acd-skills';
import { variableKinds } from './types';
import { voicemailDestination } from './voicemail-destination';
import { dtmf } from './words';

export type ContainerKind = 'state' | 'task' | 'menu' | 'bot';

/** A declaration under `variables:`. */
const variableDeclaration = struct({
  name: required(text),
  description: text,
  initialValue: value(),
  isInput: bool,
  isOutput: bool,
});

export type VariableDeclaration = StructNode<(typeof variableDeclaration)['fields']>;

/** `- stringVariable: {name: Flow.x, …}`. Flowcdk also reads kinds for which it has no builder. */
export const variables = listOfKinds<VariableDeclaration>(
  `${variableKinds[0]}Variable: …, ${variableKinds[1]}Variable: … and the like`,
  (kind) => (/^[a-z]\w*Variable$/.test(kind) ? variableDeclaration : undefined),
);

/** The kind in `stringCollectionVariable`: `stringCollection`. */
export const declaredKind = (key: string): string => key.replace(/Variable$/, '');

const stateFields = { name: text, refId: text, variables, actions };
const taskFields = { ...stateFields, outputPaths: listOf('outputPath', struct({ name: required(text) })) };

export const state = struct(stateFields);
export const task = struct(taskFields);
export const bot = struct(stateFields);

export const menuSettings = settings({
  extensionDialingMaxDelay: value('duration'),
  listenForExtensionDialing: value('boolean'),
  menuSelectionTimeout: value('duration'),
  repeatCount: value('integer'),
});

const speechRecognitionFields = {
  completeMatchTimeout: value('duration'),
  incompleteMatchTimeout: value('duration'),
  maxSpeechLengthTimeout: value('duration'),
  minConfidenceLevel: value('integer'),
};
export const menuSpeechRecognition = settings(speechRecognitionFields);
export const flowSpeechRecognition = settings({
  ...speechRecognitionFields,
  asrCompanyDir: text,
  asrEnabledOnFlow: bool,
  suppressRecording: bool,
});

const speechRecTerms = mapOf(struct({ terms: plainListOf(text) }));
const withoutTerms = { name: text, refId: text, dtmf, globalDtmf: bool, globalSpeechRecTerms: bool };
const choiceFields = { ...withoutTerms, speechRecTerms };

const transferFields = {
  preTransferAudio: audio,
  failureTransferAudio: audio,
  failureOutputs: struct({ errorType: value('any'), errorMessage: value('any') }),
  outputs: struct({ failure: branch }),
};

/**
 * The choices of a menu. The first four kinds were seen in real files; the others are inferred from the scripting SDK.
 */
export const menuChoices = {
  menuDisconnect: struct(choiceFields),
  menuTask: struct({ ...withoutTerms, task: struct(taskFields), speechRecTerms }),
  menuJumpToTask: struct({ ...choiceFields, targetTaskRef: required(containerReference) }),
  menuTransferToAcd: struct({
    ...choiceFields,
    targetQueue: required(value('queue')),
    overrideInQueueFlow: struct({ name: nameOf('flow') }),
    preTransferAudio: audio,
    failureTransferAudio: audio,
    priority: value('integer'),
    acdSkills,
    preferredAgents: value('agentScorePairCollection'),
    languageSkill: value('languageSkill'),
    directAgent: value('user'),
    appendSkills: value('boolean'),
    failureOutputs: transferFields.failureOutputs,
    outputs: transferFields.outputs,
  }),
  menuSubMenu: struct({ ...choiceFields, targetMenuRef: containerReference }),
  menuJumpToMenu: struct({ ...choiceFields, targetMenuRef: required(containerReference) }),
  menuPreviousMenu: struct(choiceFields),
  menuRepeatMenu: struct(choiceFields),
  menuDialByExtension: struct({ ...choiceFields, interDigitTimeout: value('duration') }),
  menuTransferToFlow: struct({ ...choiceFields, ...transferFields, targetFlow: struct({ name: nameOf('flow') }) }),
  menuTransferToNumber: struct({
    ...choiceFields,
    ...transferFields,
    targetNumber: value('string'),
    connectTimeout: value('duration'),
  }),
  menuTransferToUser: struct({
    ...choiceFields,
    ...transferFields,
    targetUser: value('user'),
    connectTimeout: value('duration'),
  }),
  menuTransferToGroup: struct({
    ...choiceFields,
    ...transferFields,
    targetGroup: value('group'),
    connectTimeout: value('duration'),
  }),
  menuTransferToFlowSecure: struct({
    ...choiceFields,
    ...transferFields,
    targetFlow: struct({ name: nameOf('flow') }),
    connectTimeout: value('duration'),
    invocationData: value('string'),
  }),
  menuTransferToVoicemail: struct({ ...choiceFields, ...transferFields, destination: voicemailDestination }),
} satisfies Record<string, Form<unknown>>;

export type MenuChoiceKind = keyof typeof menuChoices;
export const isMenuChoiceKind = (kind: string): kind is MenuChoiceKind => Object.hasOwn(menuChoices, kind);

/** All fields of all kinds of menu choice. `menuChoices` lists the fields of each kind. */
export type MenuChoiceNode = StructNode<
  (typeof menuChoices)['menuTask']['fields'] &
    Partial<(typeof menuChoices)['menuTransferToAcd']['fields']> &
    Partial<(typeof menuChoices)['menuJumpToTask']['fields']>
>;

export const menu = struct({
  name: text,
  refId: text,
  audio,
  settingsMenu: menuSettings,
  settingsSpeechRec: menuSpeechRecognition,
  choices: listOfKinds<MenuChoiceNode>('menu choices such as menuTask: …', (kind) =>
    isMenuChoiceKind(kind) ? (menuChoices[kind] as unknown as Form<MenuChoiceNode>) : undefined,
  ),
  defaultChildMenuRef: containerReference,
  variables,
});

export type StateNode = StructNode<(typeof state)['fields']> & { readonly kind?: 'state' };
export type TaskNode = StructNode<(typeof task)['fields']> & { readonly kind?: 'task' };
export type MenuNode = StructNode<(typeof menu)['fields']> & { readonly kind?: 'menu' };
export type BotNode = StructNode<(typeof bot)['fields']> & { readonly kind?: 'bot' };

declare module './nodes' {
  interface ContainersByKind {
    readonly state: StateNode & { readonly kind: 'state' };
    readonly task: TaskNode & { readonly kind: 'task' };
    readonly menu: MenuNode & { readonly kind: 'menu' };
  }
}

export type { Container, ContainerReference } from './nodes';
