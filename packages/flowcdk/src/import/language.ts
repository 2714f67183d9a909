import { abortSurveyInvite } from '../architect/actions/abort-survey-invite';
import { addFlowMilestone } from '../architect/actions/add-flow-milestone';
import { callBotFlow } from '../architect/actions/call-bot-flow';
import { callCommonModule } from '../architect/actions/call-common-module';
import { callData } from '../architect/actions/call-data';
import { callDataSecure } from '../architect/actions/call-data-secure';
import { callDecisionTable } from '../architect/actions/call-decision-table';
import { callDigitalBotFlow } from '../architect/actions/call-digital-bot-flow';
import { callLexV2Bot } from '../architect/actions/call-lex-v2-bot';
import { callTask } from '../architect/actions/call-task';
import { changeState } from '../architect/actions/change-state';
import { clearPostFlow } from '../architect/actions/clear-post-flow';
import { clearUtilizationLabel } from '../architect/actions/clear-utilization-label';
import { collectInput } from '../architect/actions/collect-input';
import { completeSurveyInvite } from '../architect/actions/complete-survey-invite';
import { createCallback } from '../architect/actions/create-callback';
import { dataTableLookup } from '../architect/actions/data-table-lookup';
import { decision } from '../architect/actions/decision';
import { decryptData } from '../architect/actions/decrypt-data';
import { detectSilence } from '../architect/actions/detect-silence';
import { dialByExtension } from '../architect/actions/dial-by-extension';
import { disconnect } from '../architect/actions/disconnect';
import { disconnectWorkitem } from '../architect/actions/disconnect-workitem';
import { enableParticipantRecord } from '../architect/actions/enable-participant-record';
import { encryptData } from '../architect/actions/encrypt-data';
import { endState } from '../architect/actions/end-state';
import { endTask } from '../architect/actions/end-task';
import { endWorkflow } from '../architect/actions/end-workflow';
import { evaluateSchedule } from '../architect/actions/evaluate-schedule';
import { evaluateScheduleGroup } from '../architect/actions/evaluate-schedule-group';
import { exitWorkitemFlow } from '../architect/actions/exit-workitem-flow';
import {
  findEmergencyGroup,
  findGroup,
  findLanguageSkill,
  findQueue,
  findQueueById,
  findSchedule,
  findScheduleGroup,
  findSkill,
  findSystemPrompt,
  findUser,
  findUserById,
  findUserPrompt,
  findUsersById,
  findUtilizationLabel,
} from '../architect/actions/find';
import { flushAudio } from '../architect/actions/flush-audio';
import { getConversationData } from '../architect/actions/get-conversation-data';
import { getExternalContact } from '../architect/actions/get-external-contact';
import { getExternalOrganization } from '../architect/actions/get-external-organization';
import { getParticipantData } from '../architect/actions/get-participant-data';
import { getRawSIPHeaders } from '../architect/actions/get-raw-sip-headers';
import { getSIPHeaders } from '../architect/actions/get-sip-headers';
import { holdMusic } from '../architect/actions/hold-music';
import { initializeFlowOutcome } from '../architect/actions/initialize-flow-outcome';
import { jumpToMenu } from '../architect/actions/jump-to-menu';
import { jumpToTask } from '../architect/actions/jump-to-task';
import { loop } from '../architect/actions/loop';
import { loopExit } from '../architect/actions/loop-exit';
import { loopNext } from '../architect/actions/loop-next';
import { loopUntil } from '../architect/actions/loop-until';
import { playAudio } from '../architect/actions/play-audio';
import { playAudioOnSilence } from '../architect/actions/play-audio-on-silence';
import { playEstimatedWaitTime } from '../architect/actions/play-estimated-wait-time';
import { playPositionInQueue } from '../architect/actions/play-position-in-queue';
import { playUserGreeting } from '../architect/actions/play-user-greeting';
import { playUserName } from '../architect/actions/play-user-name';
import { previousMenu } from '../architect/actions/previous-menu';
import { repeatMenu } from '../architect/actions/repeat-menu';
import { searchExternalContacts } from '../architect/actions/search-external-contacts';
import { sendAutoReply } from '../architect/actions/send-auto-reply';
import { sendNotification } from '../architect/actions/send-notification';
import { sendResponse } from '../architect/actions/send-response';
import { setConversationData } from '../architect/actions/set-conversation-data';
import { setExternalTag } from '../architect/actions/set-external-tag';
import { setFlowOutcome } from '../architect/actions/set-flow-outcome';
import { setLanguage } from '../architect/actions/set-language';
import { setParticipantData } from '../architect/actions/set-participant-data';
import { setPostFlow } from '../architect/actions/set-post-flow';
import { setPriority } from '../architect/actions/set-priority';
import { setScreenPop } from '../architect/actions/set-screen-pop';
import { setSkills } from '../architect/actions/set-skills';
import { setUtilizationLabel } from '../architect/actions/set-utilization-label';
import { setUUIData } from '../architect/actions/set-uui-data';
import { setWhisperAudio } from '../architect/actions/set-whisper-audio';
import { setWrapupCode } from '../architect/actions/set-wrapup-code';
import { switchCases, switchOn, switchTrue } from '../architect/actions/switch';
import { terminateWorkitem } from '../architect/actions/terminate-workitem';
import { transferToAcd } from '../architect/actions/transfer-to-acd';
import { transferToFlow } from '../architect/actions/transfer-to-flow';
import { transferToFlowSecure } from '../architect/actions/transfer-to-flow-secure';
import { transferToGroup } from '../architect/actions/transfer-to-group';
import { transferToNumber } from '../architect/actions/transfer-to-number';
import { transferToUser } from '../architect/actions/transfer-to-user';
import { transferToVoicemail } from '../architect/actions/transfer-to-voicemail';
import { set, updateData } from '../architect/actions/update-data';
import { updateWorkitem } from '../architect/actions/update-workitem';
import { wait } from '../architect/actions/wait';
import {
  and,
  asString,
  concat,
  containsText,
  differs,
  equals,
  hasText,
  ifElse,
  isGreater,
  isLess,
  isNotSetOrEmpty,
  isSet,
  lowerCase,
  minus,
  not,
  or,
  plus,
} from '../architect/expression-functions';
import { inboundCall, outboundCall, secureCall } from '../architect/flows/call-flows';
import { commonModule } from '../architect/flows/common-module';
import {
  menu,
  menuDisconnect,
  menuJumpToMenu,
  menuJumpToTask,
  menuPreviousMenu,
  menuRepeatMenu,
  menuTask,
  menuTransferToAcd,
  state,
  task,
  rawMenuChoice,
} from '../architect/flows/containers';
import { inqueueCall, inqueueEmail, inqueueShortMessage } from '../architect/flows/in-queue-flows';
import { inboundChat, inboundEmail, inboundShortMessage, surveyInvite, workitem } from '../architect/flows/state-flows';
import { workflow } from '../architect/flows/workflow';
import { rawAction, rawValue, withRaw } from '../architect/raw';
import {
  boolean,
  currency,
  date,
  dateTime,
  days,
  decimal,
  duration,
  hours,
  integer,
  json,
  list,
  milliseconds,
  minutes,
  phoneNumber,
  reference,
  seconds,
  string,
  time,
} from '../architect/types';
import { builtIn, exp, noValue, noValueWithNoFallback, prompt, say } from '../architect/values';
import { optional } from '../architect/data-action-contract';
import { dataActionFromTemplates } from '../data-action/from-templates';
import { existing } from '../routing';

/**
 * The functions of the language that an import writes, by name. The code of an import is evaluated with them, and its
 * file imports them from `flowcdk`.
 */
export const language: Readonly<Record<string, unknown>> = {
  abortSurveyInvite,
  addFlowMilestone,
  and,
  asString,
  boolean,
  builtIn,
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
  clearUtilizationLabel,
  collectInput,
  commonModule,
  completeSurveyInvite,
  concat,
  containsText,
  createCallback,
  currency,
  dataActionFromTemplates,
  dataTableLookup,
  date,
  dateTime,
  days,
  decimal,
  decision,
  decryptData,
  detectSilence,
  dialByExtension,
  differs,
  disconnect,
  disconnectWorkitem,
  duration,
  enableParticipantRecord,
  encryptData,
  endState,
  endTask,
  endWorkflow,
  equals,
  evaluateSchedule,
  evaluateScheduleGroup,
  existing,
  exitWorkitemFlow,
  exp,
  findEmergencyGroup,
  findGroup,
  findLanguageSkill,
  findQueue,
  findQueueById,
  findSchedule,
  findScheduleGroup,
  findSkill,
  findSystemPrompt,
  findUser,
  findUserById,
  findUserPrompt,
  findUsersById,
  findUtilizationLabel,
  flushAudio,
  getConversationData,
  getExternalContact,
  getExternalOrganization,
  getParticipantData,
  getRawSIPHeaders,
  getSIPHeaders,
  hasText,
  holdMusic,
  hours,
  ifElse,
  inboundCall,
  inboundChat,
  inboundEmail,
  inboundShortMessage,
  initializeFlowOutcome,
  inqueueCall,
  inqueueEmail,
  inqueueShortMessage,
  integer,
  isGreater,
  isLess,
  isNotSetOrEmpty,
  isSet,
  json,
  jumpToMenu,
  jumpToTask,
  list,
  loop,
  loopExit,
  loopNext,
  loopUntil,
  lowerCase,
  menu,
  menuDisconnect,
  menuJumpToMenu,
  menuJumpToTask,
  menuPreviousMenu,
  menuRepeatMenu,
  menuTask,
  menuTransferToAcd,
  milliseconds,
  minus,
  minutes,
  noValue,
  noValueWithNoFallback,
  not,
  optional,
  or,
  outboundCall,
  phoneNumber,
  playAudio,
  playAudioOnSilence,
  playEstimatedWaitTime,
  playPositionInQueue,
  playUserGreeting,
  playUserName,
  plus,
  previousMenu,
  prompt,
  rawAction,
  rawMenuChoice,
  rawValue,
  reference,
  repeatMenu,
  say,
  searchExternalContacts,
  seconds,
  secureCall,
  sendAutoReply,
  sendNotification,
  sendResponse,
  set,
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
  state,
  string,
  surveyInvite,
  switchCases,
  switchOn,
  switchTrue,
  task,
  terminateWorkitem,
  time,
  transferToAcd,
  transferToFlow,
  transferToFlowSecure,
  transferToGroup,
  transferToNumber,
  transferToUser,
  transferToVoicemail,
  updateData,
  updateWorkitem,
  wait,
  withRaw,
  workflow,
  workitem,
};
