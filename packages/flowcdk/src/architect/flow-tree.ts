import { bot, menu, state, task, variables } from './containers';
import type { FlowKind } from '../ground/flow-kinds';
import { actions, anything, type Form, listOf, struct, type StructNode } from './forms';
import { rootFields } from './settings';
import type { YamlNode } from './yaml/node';

const states = listOf('state', state);
const tasks = listOf('task', task);
const menus = listOf('menu', menu);

const content = {
  startUpTaskActions: actions,
  startUpTaskVariables: variables,
  startUpState: state,
  periodicState: state,
  states,
  menus,
  tasks,
  settingsBotFlow: anything,
  settingsUserInput: anything,
  settingsKnowledge: anything,
  settingsVirtualAgent: anything,
  bots: listOf('bot', bot),
  settingsNaturalLanguageUnderstanding: anything,
};

const everything = { ...rootFields, ...content };

/** The keys that every kind of flow has. */
const common = ['name', 'description', 'division', 'defaultLanguage', 'supportedLanguages', 'variables'] as const;
const callSettings = ['settingsActionDefaults', 'settingsErrorHandling', 'settingsPrompts'] as const;
const menuFlow = [
  'startUpRef',
  'initialGreeting',
  ...callSettings,
  'settingsMenu',
  'settingsSpeechRec',
  'menus',
  'tasks',
] as const;
const stateFlow = ['startUpRef', 'settingsErrorHandling', 'states', 'tasks'] as const;
const inQueueDigital = ['settingsErrorHandling', 'startUpState', 'periodicState', 'tasks'] as const;
const botKeys = [
  'startUpRef',
  ...callSettings,
  'settingsBotFlow',
  'settingsUserInput',
  'settingsKnowledge',
  'settingsNaturalLanguageUnderstanding',
  'settingsVirtualAgent',
  'bots',
  'tasks',
  'referencedObjects',
] as const;

type RootKey = keyof typeof everything;

const anyKey = Object.keys(everything) as readonly RootKey[];

/** The keys of each kind of flow, besides the common keys. */
const keysOfKind: Readonly<Record<FlowKind, readonly RootKey[]>> = {
  workflow: [...stateFlow, 'referencedObjects'],
  inboundCall: menuFlow,
  outboundCall: [...menuFlow, 'settingsOutboundCall'],
  secureCall: menuFlow,
  inqueueCall: [...callSettings, 'settingsInQueueCall', 'startUpTaskVariables', 'startUpTaskActions', 'tasks'],
  commonModule: [...callSettings, 'settingsCommonModule', 'startUpTaskVariables', 'startUpTaskActions', 'tasks'],
  inboundShortMessage: [...stateFlow, 'settingsActionDefaults', 'referencedObjects'],
  inboundEmail: [...stateFlow, 'settingsInboundEmailHandling', 'settingsActionDefaults'],
  inqueueShortMessage: inQueueDigital,
  inqueueEmail: inQueueDigital,
  workitem: [...stateFlow, 'worktype'],
  botFlow: botKeys,
  digitalBot: botKeys,
  inboundChat: [...stateFlow, 'settingsActionDefaults', 'referencedObjects'],
  surveyInvite: [...stateFlow, 'settingsActionDefaults', 'referencedObjects'],
  // No file of these kinds is known, so they may have the keys of all other kinds.
  voice: anyKey,
  voicemail: anyKey,
  voiceSurvey: anyKey,
};

/** The tree of a flow: the content under its root key. */
export type FlowTree = StructNode<typeof everything> & { readonly kind: FlowKind };

/** The platform gets new settings of flows, so an unknown one is a warning. */
const isSettings = (key: string): boolean => /^settings[A-Z]/.test(key) && !Object.hasOwn(everything, key);

/** The form of each kind of flow. Its keys are in the order of Architect's exporter. */
export const flowForms = Object.fromEntries(
  Object.entries(keysOfKind).map(([kind, own]) => {
    const keys = new Set<string>([...common, ...own]);
    return [kind, struct(Object.fromEntries(Object.entries(everything).filter(([key]) => keys.has(key))), isSettings)];
  }),
) as unknown as Readonly<Record<FlowKind, Form<StructNode<typeof everything>>>>;

/** A file without a flow that Flowcdk knows. It is kept as it was read. */
export interface UnknownTree {
  readonly kind: 'unknown';
  readonly yaml: YamlNode;
}
