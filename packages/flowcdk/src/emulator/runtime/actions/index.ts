import type { Runners } from '../action-context';
import { addFlowMilestone } from './add-flow-milestone';
import { callBotFlow, callDigitalBotFlow } from './call-bot-flow';
import { callCommonModule } from './call-common-module';
import { callData } from './call-data';
import { callDataSecure } from './call-data-secure';
import { callDecisionTable } from './call-decision-table';
import { callLexV2Bot } from './call-lex-v2-bot';
import { callTask } from './call-task';
import { changeState } from './change-state';
import { clearPostFlow } from './clear-post-flow';
import { clearUtilizationLabel } from './clear-utilization-label';
import { collectInput } from './collect-input';
import { createCallback } from './create-callback';
import { dataTableLookup } from './data-table-lookup';
import { decision } from './decision';
import { decryptData } from './decrypt-data';
import { detectSilence } from './detect-silence';
import { dialByExtension } from './dial-by-extension';
import { disconnect } from './disconnect';
import { enableParticipantRecord } from './enable-participant-record';
import { encryptData } from './encrypt-data';
import { endState } from './end-state';
import { endTask } from './end-task';
import { endWorkflow } from './end-workflow';
import { evaluateSchedule } from './evaluate-schedule';
import { evaluateScheduleGroup } from './evaluate-schedule-group';
import { finds } from './find';
import { flushAudio } from './flush-audio';
import { getConversationData } from './get-conversation-data';
import { getExternalContact } from './get-external-contact';
import { getExternalOrganization } from './get-external-organization';
import { getParticipantData } from './get-participant-data';
import { getRawSIPHeaders } from './get-raw-sip-headers';
import { getSIPHeaders } from './get-sip-headers';
import { holdMusic } from './hold-music';
import { initializeFlowOutcome } from './initialize-flow-outcome';
import { jumpToMenu } from './jump-to-menu';
import { jumpToTask } from './jump-to-task';
import { loop } from './loop';
import { loopExit } from './loop-exit';
import { loopNext } from './loop-next';
import { loopUntil } from './loop-until';
import { notEmulated, sdkActions } from './not-emulated';
import { playAudio } from './play-audio';
import { playAudioOnSilence } from './play-audio-on-silence';
import { playEstimatedWaitTime } from './play-estimated-wait-time';
import { playPositionInQueue } from './play-position-in-queue';
import { playUserGreeting } from './play-user-greeting';
import { playUserName } from './play-user-name';
import { previousMenu } from './previous-menu';
import { repeatMenu } from './repeat-menu';
import { searchExternalContacts } from './search-external-contacts';
import { sendNotification } from './send-notification';
import { sendResponse } from './send-response';
import { setConversationData } from './set-conversation-data';
import { setExternalTag } from './set-external-tag';
import { setFlowOutcome } from './set-flow-outcome';
import { setLanguage } from './set-language';
import { setParticipantData } from './set-participant-data';
import { setPostFlow } from './set-post-flow';
import { setPriority } from './set-priority';
import { setScreenPop } from './set-screen-pop';
import { setSkills } from './set-skills';
import { setUtilizationLabel } from './set-utilization-label';
import { setUUIData } from './set-uui-data';
import { setWhisperAudio } from './set-whisper-audio';
import { setWrapupCode } from './set-wrapup-code';
import { switchAction } from './switch';
import { transferToAcd } from './transfer-to-acd';
import { transferToFlow } from './transfer-to-flow';
import { transferToFlowSecure } from './transfer-to-flow-secure';
import { transferToGroup } from './transfer-to-group';
import { transferToNumber } from './transfer-to-number';
import { transferToUser } from './transfer-to-user';
import { transferToVoicemail } from './transfer-to-voicemail';
import { updateData } from './update-data';
import { wait } from './wait';

/**
 * What each kind of action does, or that it is not emulated. A new kind of action does not compile until it stands
 * here.
 */
export const runners: Runners = {
  abortSurveyInvite: notEmulated,
  addFlowMilestone,
  askForBoolean: notEmulated,
  askForIntent: notEmulated,
  askForSlot: notEmulated,
  callBotFlow,
  callCommonModule,
  callData,
  callDataSecure,
  callDecisionTable,
  callDigitalBotFlow,
  callLexV2Bot,
  callTask,
  changeState,
  clearPostFlow,
  clearSlot: notEmulated,
  clearUtilizationLabel,
  collectInput,
  communicate: notEmulated,
  completeSurveyInvite: notEmulated,
  createCallback,
  dataTableLookup,
  decision,
  decryptData,
  detectSilence,
  dialByExtension,
  digitalMenu: notEmulated,
  disconnect,
  disconnectWorkitem: notEmulated,
  enableParticipantRecord,
  encryptData,
  endState,
  endTask,
  endWorkflow,
  evaluateSchedule,
  evaluateScheduleGroup,
  exitBotFlow: notEmulated,
  exitWorkitemFlow: notEmulated,
  flushAudio,
  getConversationData,
  getExternalContact,
  getExternalOrganization,
  getParticipantData,
  getRawSIPHeaders,
  getSIPHeaders,
  holdMusic,
  initializeFlowOutcome,
  jumpToMenu,
  jumpToTask,
  loop,
  loopExit,
  loopNext,
  loopUntil,
  playAudio,
  playAudioOnSilence,
  playEstimatedWaitTime,
  playPositionInQueue,
  playUserGreeting,
  playUserName,
  previousMenu,
  repeatMenu,
  searchExternalContacts,
  sendAutoReply: notEmulated,
  sendNotification,
  sendResponse,
  setConversationData,
  setExternalTag,
  setFlowOutcome,
  setLanguage,
  setParticipantData,
  setPostFlow,
  setPriority,
  setScreenPop,
  setSkills,
  setUUIData,
  setUtilizationLabel,
  setWhisperAudio,
  setWrapupCode,
  switch: switchAction,
  terminateWorkitem: notEmulated,
  transferToAcd,
  transferToFlow,
  transferToFlowSecure,
  transferToGroup,
  transferToNumber,
  transferToUser,
  transferToVoicemail,
  updateData,
  updateWorkitem: notEmulated,
  wait,
  ...finds,
  ...sdkActions,
  unknown: notEmulated,
};
