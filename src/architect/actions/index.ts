import type { NodeOf, UnknownAction } from '../action';
import { callDataForm } from './call-data';
import { callTaskForm } from './call-task';
import { collectInputForm } from './collect-input';
import { decisionForm } from './decision';
import { disconnectForm } from './disconnect';
import { endWorkflowForm } from './end-workflow';
import { getConversationDataForm } from './get-conversation-data';
import { getParticipantDataForm } from './get-participant-data';
import { jumpToMenuForm } from './jump-to-menu';
import { loopForm } from './loop';
import { loopExitForm } from './loop-exit';
import { loopNextForm } from './loop-next';
import { playAudioForm } from './play-audio';
import { setConversationDataForm } from './set-conversation-data';
import { setParticipantDataForm } from './set-participant-data';
import { switchForm } from './switch';
import { transferToAcdForm } from './transfer-to-acd';
import { updateDataForm } from './update-data';
import { waitForm } from './wait';

/** Every action Flowcdk knows, by its key in YAML. */
export const actionForms = {
  callData: callDataForm,
  callTask: callTaskForm,
  collectInput: collectInputForm,
  decision: decisionForm,
  disconnect: disconnectForm,
  endWorkflow: endWorkflowForm,
  getConversationData: getConversationDataForm,
  getParticipantData: getParticipantDataForm,
  jumpToMenu: jumpToMenuForm,
  loop: loopForm,
  loopExit: loopExitForm,
  loopNext: loopNextForm,
  playAudio: playAudioForm,
  setConversationData: setConversationDataForm,
  setParticipantData: setParticipantDataForm,
  switch: switchForm,
  transferToAcd: transferToAcdForm,
  updateData: updateDataForm,
  wait: waitForm,
};

/** The key of an action in YAML. */
export type ActionKind = keyof typeof actionForms;

export const isActionKind = (kind: string): kind is ActionKind => Object.hasOwn(actionForms, kind);

/** The tree node of an action of that kind. */
export type ActionNode<K extends ActionKind> = NodeOf<K, (typeof actionForms)[K]>;

/** Any action of a flow. */
export type Action = { [K in ActionKind]: ActionNode<K> }[ActionKind] | UnknownAction;

/** A list of actions, in the order in which they run. */
export interface ActionList extends ReadonlyArray<Action> {}
