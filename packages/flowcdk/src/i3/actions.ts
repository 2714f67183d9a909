import type { ActionTraits } from '../architect/action';
import { actionForms as yamlForms, isActionKind } from '../architect/actions';
import { mapping, scalar, type YamlNode } from '../architect/yaml/node';
import type { Context } from './context';
import {
  attributes,
  audio,
  bare,
  bindings,
  calledFlow,
  dataActionCall,
  digits,
  type Field,
  firstOf,
  loopPath,
  named,
  paths,
  playStyle,
  reference,
  skills,
  slots,
  statements,
  switchablePaths,
  switchCases,
  tableLookup,
  value,
  values,
  verification,
  word,
} from './fields';
import { lowerFirst } from './literals';
import { keptSetting } from './kept-setting';
import { type Entry, isObject, keyed, type Json, mappingOf, type Part } from './part';
import { arriveBare, keptNode, leaveAll } from './value';

/** An action of an export, and its fields in YAML. */
interface ActionForm {
  readonly kind: string;
  readonly fields: Readonly<Record<string, Field>>;
  /** Settings of the export without a key in YAML, with the value that Architect sets by itself. */
  readonly usual?: Readonly<Record<string, Json>>;
}

const same = (...keys: readonly string[]): Readonly<Record<string, Field>> =>
  Object.fromEntries(keys.map((key) => [key, value(key)]));

const failure = { failureOutputs: bindings('errorBindings') };
const outputs = { outputs: paths };

const transfer = {
  preTransferAudio: audio('preTransferAudio'),
  preTransferCommunication: value('preTransferCommunication'),
  failureTransferAudio: audio('failureTransferAudio'),
  failureTransferCommunication: value('failureTransferCommunication'),
};

const question = {
  question: value('question'),
  noInput: firstOf('noInputs'),
  noMatch: firstOf('noMatches'),
  voiceEndOfInputTimeout: value('voiceEndOfInputTimeout'),
};

const notCustomized = { customizeNoInput: 'false', customizeNoMatch: 'false', customizeContinuation: 'false' };

/** The targets and ways of a transfer to a queue. A menu choice has them, too. */
export const transferToAcdFields: Readonly<Record<string, Field>> = {
  targetQueue: firstOf('queues'),
  overrideInQueueFlow: named('inQueueFlowName', 'inQueueFlowId'),
  acdSkills: skills,
  ...transfer,
  ...same('priority', 'preferredAgents', 'languageSkill', 'directAgent', 'appendSkills'),
  ...failure,
  ...outputs,
};

const find = (kind: string): ActionForm => ({
  kind,
  fields: { ...same('findName', 'findId', 'findIds', 'findResult'), ...outputs },
});

/**
 * The actions of exports. Those that are not seen in the corpus of exports have the form that the scripting SDK's names
 * and the seen ones suggest; an action that is not here is kept under its name in the export.
 */
export const actionForms: Readonly<Record<string, ActionForm>> = {
  DataAction: {
    kind: 'callData',
    fields: { ...same('processingPrompt', 'timeout'), category: dataActionCall, ...outputs },
    usual: { useSuggestedTimeout: true },
  },
  SecureAction: {
    kind: 'callDataSecure',
    fields: { ...same('processingPrompt', 'timeout'), category: dataActionCall, ...outputs },
    usual: { useSuggestedTimeout: true },
  },
  UpdateVariableAction: { kind: 'updateData', fields: { statements } },
  DecisionAction: { kind: 'decision', fields: { condition: value('expression'), ...outputs } },
  SwitchAction: { kind: 'switch', fields: { evaluate: switchCases } },
  LoopAction: { kind: 'loop', fields: { ...same('currentIndex', 'loopCount'), outputs: loopPath } },
  NextLoopAction: { kind: 'loopNext', fields: {} },
  ExitLoopAction: { kind: 'loopExit', fields: {} },
  WaitAction: { kind: 'wait', fields: same('duration', 'trimDurationNearMaxRunningTime') },
  EndWorkflowAction: { kind: 'endWorkflow', fields: same('exitReason') },
  DisconnectAction: { kind: 'disconnect', fields: {} },
  PlayAudioAction: { kind: 'playAudio', fields: { audio: audio('prompts') } },
  CollectInputAction: {
    kind: 'collectInput',
    fields: {
      inputData: value('resultData'),
      digits,
      ...same('interDigitTimeout', 'noEntryTimeout'),
      inputAudio: audio('prompts'),
      includeTerminatingDtmfInResultData: bareBoolean('includeTerminatingDtmfInResultData'),
      ...same('acceptJustStar', 'acceptJustPound'),
      verificationType: verification,
      ...outputs,
    },
  },
  HoldMusicAction: {
    kind: 'holdMusic',
    fields: { prompt: value('prompt'), bargeInEnabled: value('bargeInExpression'), playStyle },
  },
  TransferPureMatchAction: { kind: 'transferToAcd', fields: transferToAcdFields },
  TransferFlowAction: {
    kind: 'transferToFlow',
    fields: { targetFlow: named('flowName', 'flowId'), ...transfer, ...failure, ...outputs },
  },
  TransferTaskAction: { kind: 'jumpToTask', fields: { targetTaskRef: reference('taskReference', 'taskName') } },
  TransferMenuAction: { kind: 'jumpToMenu', fields: { targetMenuRef: reference('menuReference', 'menuName') } },
  ChangeStateAction: { kind: 'changeState', fields: { targetStateRef: reference('stateReference', 'stateName') } },
  CallTaskAction: {
    kind: 'callTask',
    fields: {
      targetTaskRef: reference('taskReference', 'taskName'),
      inputs: bindings('inputs'),
      taskOutputs: bindings('outputs'),
      ...outputs,
    },
  },
  EndTaskAction: { kind: 'endTask', fields: { outputPath: endPath } },
  EndStateAction: { kind: 'endState', fields: {} },
  SetAttributesAction: { kind: 'setParticipantData', fields: { attributes: attributes('set') } },
  GetAttributesAction: { kind: 'getParticipantData', fields: { attributes: attributes('get') } },
  SetConversationDataAction: {
    kind: 'setConversationData',
    fields: { ...same('conversationId', 'participantId'), attributes: attributes('set'), ...outputs },
  },
  GetConversationDataAction: {
    kind: 'getConversationData',
    fields: { ...same('conversationId', 'participantId'), attributes: attributes('get'), ...outputs },
  },
  DataTableLookupAction: {
    kind: 'dataTableLookup',
    fields: { lookupValue: value('lookupKeyValue'), dataTable: tableLookup, ...outputs },
  },
  PlayEstimatedWaitTimeAction: {
    kind: 'playEstimatedWaitTime',
    fields: {
      ...same('estimatedWaitTime', 'roundingInterval'),
      specificRoundingIntervals: values('specificRoundingIntervals'),
      playbackMode: word('playbackMode'),
      prompts: builtAudio,
    },
  },
  FindUserByIdAction: find('findUserById'),
  FindUserAction: find('findUser'),
  FindUsersByIdAction: find('findUsersById'),
  FindQueueAction: find('findQueue'),
  FindQueueByIdAction: find('findQueueById'),
  FindSkillAction: find('findSkill'),
  FindLanguageSkillAction: find('findLanguageSkill'),
  FindGroupAction: find('findGroup'),
  FindScheduleAction: find('findSchedule'),
  FindScheduleGroupAction: find('findScheduleGroup'),
  FindEmergencyGroupAction: find('findEmergencyGroup'),
  SendResponseAction: {
    kind: 'sendResponse',
    fields: { messageBodyStyle, messageBody: value('messageBody') },
  },
  SendAutoReplyAction: {
    kind: 'sendAutoReply',
    fields: { ...same('from', 'replyTo', 'cc', 'bcc', 'messageBody'), replyMode },
  },
  CallBotFlowAction: {
    kind: 'callBotFlow',
    fields: { ...same('inputText', 'exitReason', 'intent'), botFlow: calledFlow, ...outputs },
  },
  CallDigitalBotFlowAction: {
    kind: 'callDigitalBotFlow',
    fields: { ...same('inputText', 'exitReason', 'intent'), digitalBotFlow: calledFlow, ...outputs },
  },
  CallCommonModuleAction: { kind: 'callCommonModule', fields: { commonModule: calledFlow, ...outputs } },
  CommunicateAction: { kind: 'communicate', fields: same('communication') },
  AskForNLUIntentAction: {
    kind: 'askForIntent',
    fields: { ...question, outputs: switchablePaths('intents') },
    usual: notCustomized,
  },
  AskForBooleanAction: {
    kind: 'askForBoolean',
    fields: { ...question, outputs: switchablePaths('yes', 'no') },
    usual: notCustomized,
  },
  AskForSlotAction: {
    kind: 'askForSlot',
    fields: {
      slot: slotOf,
      ...question,
      ...same('chooser', 'customValidation', 'confirmationMode'),
      outputs: switchablePaths('default'),
    },
    usual: notCustomized,
  },
  DigitalMenuAction: {
    kind: 'digitalMenu',
    fields: {
      ...question,
      ...same('selection', 'knowledgeSearchResult', 'chooser'),
      outputs: switchablePaths('paths'),
    },
    usual: notCustomized,
  },
  ClearSlotAction: { kind: 'clearSlot', fields: { slots } },
  ExitBotFlowAction: { kind: 'exitBotFlow', fields: {} },
  GetResponseAction: {
    kind: 'getResponse',
    fields: {
      responseLibrary: namedObject('responseLibrary'),
      response: named('responseName', 'responseId'),
      responseBody: value('responseBody'),
      performSubstitutions: bare('performSubstitutions'),
      substitutions: bindings('substitutions'),
      ...outputs,
    },
  },
};

/** An object with a name and an id below one key. */
function namedObject(key: string): Field {
  return (part) => {
    const inner = part.part(key);
    inner?.leave('id', 'id');
    const name = inner?.scalar('name');
    return name && mapping([['name', name]]);
  };
}

/** A Boolean that stands bare in YAML. The usual `false` is left away, as the exporter does. */
function bareBoolean(key: string): Field {
  return (part) => {
    const inner = part.part(key);
    if (inner === undefined) return undefined;
    if (inner.peek('outOfService') === true) return leaveAll(inner, 'outOfService');
    return arriveBare(inner, scalar(inner.peekText('text') === 'true'));
  };
}

/** The style of a text in a chat. Other channels have none, although exports write one. */
function messageBodyStyle(part: Part, context: Context): YamlNode | undefined {
  if (context.root === 'inboundChat') return value('messageBodyStyle')(part, context);
  part.leave('noKey', 'messageBodyStyle');
  return undefined;
}

/** The path by which a task ends: `default`, or a path that the task declares. */
function endPath(part: Part): YamlNode | undefined {
  const name = part.peekText('pathName');
  part.leave('link', 'pathReference');
  if (name === undefined) return undefined;
  return mapping([['name', part.arrives('pathName', scalar(name === 'Default' ? 'default' : name))]]);
}

/** Architect makes this audio from the other fields of the action. A text of the author is kept. */
function builtAudio(part: Part): undefined {
  part.leave('noKey', 'prompts');
}

function replyMode(part: Part): YamlNode | undefined {
  const isSender = part.peek('replyToSenderOnly');
  if (typeof isSender !== 'boolean') return undefined;
  return part.arrives('replyToSenderOnly', scalar(isSender ? 'replyToSender' : 'replyAll'));
}

/**
 * The slot of a question. Its variable and its type stand with the slot. A question that asks for no confirmation has
 * the words of one all the same.
 */
function slotOf(part: Part): YamlNode | undefined {
  const mode = part.peek('confirmationMode');
  if (isObject(mode) && mode.text === 'never') part.leave('outOfService', 'confirmationQuestion');
  part.leave('repeated', 'selectedSlotType', 'askResult');
  const name = part.scalar('selectedSlot');
  return name && mapping([['name', name]]);
}

/** Actions whose names in an export and in YAML are not alike, and whose settings have the same names in both. */
const otherKinds: Readonly<Record<string, string>> = {
  AskForNLUNextIntentAction: 'loopAnythingElse',
  BridgeServerAction: 'callBridge',
  DialExtensionAction: 'dialByExtension',
  ScreenPopAction: 'setScreenPop',
  TransferExternalAction: 'transferToNumber',
  TransferFlowSecureAction: 'transferToFlowSecure',
  TransferGroupAction: 'transferToGroup',
  TransferUserAction: 'transferToUser',
  TransferVoicemailAction: 'transferToVoicemail',
};

/** Settings with another name in YAML, in every action. */
const otherNames: Readonly<Record<string, string>> = {
  connTimeout: 'connectTimeout',
  digitTimeout: 'interDigitTimeout',
};

/** An action as YAML: `callData: {…}`. */
export function actionNode(part: Part, context: Context): YamlNode {
  const type = part.peekText('__type') ?? '';
  const form = Object.hasOwn(actionForms, type) ? actionForms[type] : undefined;
  const kind = form?.kind ?? otherKinds[type] ?? lowerFirst(type.replace(/Action$/, ''));
  const key = part.key('__type', kind);
  const entries: Entry[] = [['name', part.scalar('name')]];
  for (const [name, field] of Object.entries(form?.fields ?? {})) entries.push([name, field(part, context)]);
  part.leave('link', 'nextAction');
  part.leave('id', 'id', 'trackingId');
  part.leave('editor', 'uiMetaData');
  part.leave('repeated', 'useDefaultHandling');
  for (const [name, usual] of Object.entries(form?.usual ?? {}))
    if (isUsual(part.peek(name), usual)) part.leave('noKey', name);
  const isKnown = form !== undefined || hasSeenForm(kind);
  if (!isKnown) part.account.kept.push({ path: part.path, what: 'action', name: type, where: part.where });
  return keyed(key, mappingOf([...entries, ...otherEntries(part, context, isKnown ? kind : undefined)]));
}

/** Whether the keys of an action in YAML are known well enough to leave others out. */
function hasSeenForm(kind: string): boolean {
  if (!isActionKind(kind)) return false;
  const { shape }: ActionTraits = yamlForms[kind];
  return shape !== 'assumed';
}

/** Whether a setting has its usual value, bare or as a value of a field. */
const isUsual = (setting: Json | undefined, usual: Json): boolean =>
  setting === usual || (isObject(setting) && setting.text === usual);

/**
 * What the form does not say, under its names in the export. Paths become branches, so that no action is lost.
 *
 * @param kind the action in YAML, where it is known; settings that the YAML does not have are then named
 */
function otherEntries(part: Part, context: Context, kind: string | undefined): readonly Entry[] {
  const entries: Entry[] = [];
  if (part.has('paths')) entries.push(['outputs', paths(part, context)]);
  else if (part.has('path')) entries.push(['outputs', loopPath(part, context)]);
  if (part.has('errorBindings')) entries.push(['failureOutputs', bindings('errorBindings')(part, context)]);
  const fields = kind !== undefined && isActionKind(kind) ? yamlForms[kind].form.fields : {};
  const others = part.keys().map((key): Entry => {
    const name = otherNames[key] ?? key;
    if (kind === undefined || Object.hasOwn(fields, name)) return [name, keptNode(part, key)];
    return keptSetting(part, key);
  });
  return [...entries, ...others];
}
