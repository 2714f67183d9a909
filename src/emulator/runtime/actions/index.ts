import type { Action, ActionKind, ActionNode } from '../../../architect/actions';
import type { FlowRun } from '../flow/flow-run';
import type { Next } from '../flow/jump';
import type { Steps } from '../steps';
import { callData } from './call-data';
import { changeState } from './change-state';
import { collectInput } from './collect-input';
import { decision } from './decision';
import { disconnect } from './disconnect';
import { endWorkflow } from './end-workflow';
import { getConversationData } from './get-conversation-data';
import { getParticipantData } from './get-participant-data';
import { loop } from './loop';
import { loopExit } from './loop-exit';
import { loopNext } from './loop-next';
import { notEmulated } from './not-emulated';
import { playAudio } from './play-audio';
import { setConversationData } from './set-conversation-data';
import { setParticipantData } from './set-participant-data';
import { switchAction } from './switch';
import { transferToAcd } from './transfer-to-acd';
import { updateData } from './update-data';
import { wait } from './wait';

/** What an action does when a flow comes to it. */
export type RunAction<K extends ActionKind> = (action: ActionNode<K>, run: FlowRun) => Steps<Next>;

/** Every kind of action: what it does, or that it is not emulated. A new kind does not compile until it is told here. */
export const runners: { readonly [K in ActionKind]: RunAction<K> } & {
  readonly unknown: (action: Extract<Action, { kind: 'unknown' }>, run: FlowRun) => Steps<Next>;
} = {
  addFlowMilestone: notEmulated,
  askForBoolean: notEmulated,
  askForIntent: notEmulated,
  askForSlot: notEmulated,
  callBotFlow: notEmulated,
  callCommonModule: notEmulated,
  callData,
  callDataSecure: notEmulated,
  callDigitalBotFlow: notEmulated,
  callTask: notEmulated,
  changeState,
  clearSlot: notEmulated,
  collectInput,
  communicate: notEmulated,
  createCallback: notEmulated,
  dataTableLookup: notEmulated,
  decision,
  detectSilence: notEmulated,
  digitalMenu: notEmulated,
  disconnect,
  disconnectWorkitem: notEmulated,
  endState: notEmulated,
  endTask: notEmulated,
  endWorkflow,
  evaluateSchedule: notEmulated,
  evaluateScheduleGroup: notEmulated,
  exitBotFlow: notEmulated,
  exitWorkitemFlow: notEmulated,
  flushAudio: notEmulated,
  getConversationData,
  getExternalContact: notEmulated,
  getExternalOrganization: notEmulated,
  getParticipantData,
  holdMusic: notEmulated,
  initializeFlowOutcome: notEmulated,
  jumpToMenu: notEmulated,
  jumpToTask: notEmulated,
  loop,
  loopExit,
  loopNext,
  loopUntil: notEmulated,
  playAudio,
  playAudioOnSilence: notEmulated,
  playEstimatedWaitTime: notEmulated,
  playPositionInQueue: notEmulated,
  searchExternalContacts: notEmulated,
  sendAutoReply: notEmulated,
  sendNotification: notEmulated,
  sendResponse: notEmulated,
  setConversationData,
  setExternalTag: notEmulated,
  setFlowOutcome: notEmulated,
  setLanguage: notEmulated,
  setParticipantData,
  setPriority: notEmulated,
  setScreenPop: notEmulated,
  setSkills: notEmulated,
  setUUIData: notEmulated,
  setUtilizationLabel: notEmulated,
  setWhisperAudio: notEmulated,
  setWrapupCode: notEmulated,
  switch: switchAction,
  terminateWorkitem: notEmulated,
  transferToAcd,
  transferToFlow: notEmulated,
  transferToFlowSecure: notEmulated,
  transferToGroup: notEmulated,
  transferToNumber: notEmulated,
  transferToUser: notEmulated,
  transferToVoicemail: notEmulated,
  updateData,
  updateWorkitem: notEmulated,
  wait,
  findEmergencyGroup: notEmulated,
  findGroup: notEmulated,
  findLanguageSkill: notEmulated,
  findQueue: notEmulated,
  findQueueById: notEmulated,
  findSchedule: notEmulated,
  findScheduleGroup: notEmulated,
  findSkill: notEmulated,
  findSystemPrompt: notEmulated,
  findUser: notEmulated,
  findUserById: notEmulated,
  findUserPrompt: notEmulated,
  findUsersById: notEmulated,
  findUtilizationLabel: notEmulated,
  unknown: notEmulated,
};
