import type { FlowTree } from '../architect/flow-tree';
import { flowKinds, type FlowKind } from '../ground/flow-kinds';
import { literalName, type ValueNode } from '../architect/values';
import { dataCode, isNoValue } from './value-code';
import { type Code, list, literal, name, object } from './code';
import { apiType } from '../ground/flow-kinds';
import type { FlowScope } from './flow-scope';
import { toData } from '../architect/yaml/node';
import { writeValue } from '../architect/forms';

/** The options of a flow besides its variables and its actions, by kind of flow. Undefined for kinds without a builder. */
export function rootOptions(tree: FlowTree, scope: FlowScope): Readonly<Record<string, Code | undefined>> | undefined {
  const own = ofKind[tree.kind];
  return own && { ...identity(tree), ...own(tree, scope) };
}

type RootOptions = (tree: FlowTree, scope: FlowScope) => Readonly<Record<string, Code | undefined>>;

const text = (value: string | undefined): Code | undefined => (value === undefined ? undefined : literal(value));

const identity = (tree: FlowTree) => ({
  name: literal(tree.name ?? ''),
  description: text(tree.description),
  division: text(tree.division),
});

const language = ({ defaultLanguage }: FlowTree): Code | undefined =>
  defaultLanguage === 'en-us' ? undefined : text(defaultLanguage);

/** The languages with their voices. Only the default language without a voice is the builder's own. */
function languages({ defaultLanguage = 'en-us', supportedLanguages }: FlowTree): Code | undefined {
  const all = [...(supportedLanguages ?? [])].map(([tag, { textToSpeech }]) => {
    const [[engine, speech] = []] = [...(textToSpeech ?? [])];
    const value = object({
      voice: text(speech?.voice),
      engine: engine === 'defaultEngine' ? undefined : text(engine),
      defaultVoice: speech?.defaultVoice === undefined ? undefined : literal(speech.defaultVoice),
    });
    return { key: tag, value };
  });
  const [only] = all;
  const isUsual = all.length === 1 && only?.key === defaultLanguage && only.value.entries.length === 0;
  return all.length === 0 || isUsual ? undefined : { kind: 'object', entries: all };
}

const textFlow: RootOptions = (tree) => ({ defaultLanguage: language(tree), supportedLanguages: languages(tree) });

/** The value of an option, unless it is the one that the builder writes by itself. */
const unlessUsual = (usual: unknown, node: ValueNode | undefined, code: Code | undefined): Code | undefined =>
  node && JSON.stringify(toData(writeValue(node))) === JSON.stringify(usual) ? undefined : code;

const SECONDS = (seconds: number) => ({ lit: { seconds } });

function settings(tree: FlowTree, { values }: FlowScope): Code | undefined {
  const { settingsActionDefaults: defaults, settingsErrorHandling: errors, settingsMenu: menu } = tree;
  const prompt = literalName(defaults?.callData?.processingPrompt);
  const filled = object({
    processingPrompt: isNoValue(defaults?.callData?.processingPrompt)
      ? name('noValue')
      : prompt === 'PromptSystem.processing'
        ? undefined
        : text(prompt),
    noEntryTimeout: unlessUsual(
      SECONDS(5),
      defaults?.collectInput?.['noEntryTimeout'],
      values.of(defaults?.collectInput?.['noEntryTimeout'], 'duration'),
    ),
    preHandlingAudio: values.of(errors?.preHandlingAudio, 'audio'),
    menuSelectionTimeout: unlessUsual(
      SECONDS(10),
      menu?.menuSelectionTimeout,
      values.of(menu?.menuSelectionTimeout, 'duration'),
    ),
    listenForExtensionDialing: unlessUsual(
      { lit: false },
      menu?.listenForExtensionDialing,
      values.of(menu?.listenForExtensionDialing, 'boolean'),
    ),
    speechRecognition: tree.settingsSpeechRec?.asrEnabledOnFlow === true ? literal(true) : undefined,
    menuRepeatCount: unlessUsual({ lit: 3 }, menu?.repeatCount, values.of(menu?.repeatCount, 'integer')),
  });
  return filled.entries.length === 0 ? undefined : filled;
}

const callFlow: RootOptions = (tree, scope) => ({
  ...textFlow(tree, scope),
  initialGreeting: scope.values.of(tree.initialGreeting, 'audio'),
  settings: settings(tree, scope),
});

const ofKind: Readonly<Partial<Record<FlowKind, RootOptions>>> = {
  workflow: (tree) => ({ defaultLanguage: language(tree) }),
  inboundCall: callFlow,
  secureCall: callFlow,
  outboundCall: (tree, scope) => {
    const { contactList, wrapupCode } = tree.settingsOutboundCall ?? {};
    const list = literalName(contactList);
    return {
      ...callFlow(tree, scope),
      contactList: object({ name: literal(list ?? '') }),
      wrapupCode: scope.values.of(wrapupCode, 'wrapupCode') ?? object({ name: literal('') }),
    };
  },
  inqueueCall: (tree, scope) => {
    const music = literalName(tree.settingsInQueueCall?.holdMusic);
    return {
      ...textFlow(tree, scope),
      holdMusic: music === 'PromptSystem.on_hold_music' ? undefined : text(music),
      settings: settings(tree, scope),
    };
  },
  commonModule: (tree) => {
    const kinds = (tree.settingsCommonModule?.compatibleFlowTypes ?? []).map(({ flowType }) =>
      flowKinds.find((kind) => apiType(kind) === flowType?.toLowerCase()),
    );
    const tags = [...(tree.supportedLanguages ?? new Map<string, unknown>()).keys()];
    return {
      compatibleFlowTypes: list(kinds.map((kind) => literal(kind ?? 'workflow'))),
      supportedLanguages: tags.length === 1 && tags[0] === 'en-us' ? undefined : dataCode(tags),
    };
  },
  inboundShortMessage: textFlow,
  inboundEmail: (tree, scope) => {
    const handling = tree.settingsInboundEmailHandling?.emailHandling?.kind;
    return { ...textFlow(tree, scope), emailHandling: handling === 'continue' ? literal('continue') : undefined };
  },
  inboundChat: textFlow,
  surveyInvite: textFlow,
  workitem: (tree, scope) => ({ ...textFlow(tree, scope), worktype: literal(tree.worktype?.name ?? '') }),
  inqueueShortMessage: textFlow,
  inqueueEmail: textFlow,
};
