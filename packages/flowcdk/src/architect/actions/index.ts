import type { NodeOf } from '../action';
import { abortSurveyInviteForm } from './abort-survey-invite';
import { addFlowMilestoneForm } from './add-flow-milestone';
import { askForBooleanForm } from './ask-for-boolean';
import { askForIntentForm } from './ask-for-intent';
import { askForSlotForm } from './ask-for-slot';
import { callBotFlowForm } from './call-bot-flow';
import { callCommonModuleForm } from './call-common-module';
import { callDataForm } from './call-data';
import { callDataSecureForm } from './call-data-secure';
import { callDecisionTableForm } from './call-decision-table';
import { callDigitalBotFlowForm } from './call-digital-bot-flow';
import { callLexV2BotForm } from './call-lex-v2-bot';
import { callTaskForm } from './call-task';
import { changeStateForm } from './change-state';
import { clearPostFlowForm } from './clear-post-flow';
import { clearSlotForm } from './clear-slot';
import { clearUtilizationLabelForm } from './clear-utilization-label';
import { collectInputForm } from './collect-input';
import { communicateForm } from './communicate';
import { completeSurveyInviteForm } from './complete-survey-invite';
import { createCallbackForm } from './create-callback';
import { dataTableLookupForm } from './data-table-lookup';
import { decisionForm } from './decision';
import { decryptDataForm } from './decrypt-data';
import { detectSilenceForm } from './detect-silence';
import { dialByExtensionForm } from './dial-by-extension';
import { digitalMenuForm } from './digital-menu';
import { disconnectForm } from './disconnect';
import { disconnectWorkitemForm } from './disconnect-workitem';
import { enableParticipantRecordForm } from './enable-participant-record';
import { encryptDataForm } from './encrypt-data';
import { endStateForm } from './end-state';
import { endTaskForm } from './end-task';
import { endWorkflowForm } from './end-workflow';
import { evaluateScheduleForm } from './evaluate-schedule';
import { evaluateScheduleGroupForm } from './evaluate-schedule-group';
import { exitBotFlowForm } from './exit-bot-flow';
import { exitWorkitemFlowForm } from './exit-workitem-flow';
import { findForms } from './find';
import { flushAudioForm } from './flush-audio';
import { getConversationDataForm } from './get-conversation-data';
import { getExternalContactForm } from './get-external-contact';
import { getExternalOrganizationForm } from './get-external-organization';
import { getParticipantDataForm } from './get-participant-data';
import { getRawSIPHeadersForm } from './get-raw-sip-headers';
import { getSIPHeadersForm } from './get-sip-headers';
import { holdMusicForm } from './hold-music';
import { initializeFlowOutcomeForm } from './initialize-flow-outcome';
import { jumpToMenuForm } from './jump-to-menu';
import { jumpToTaskForm } from './jump-to-task';
import { loopForm } from './loop';
import { loopExitForm } from './loop-exit';
import { loopNextForm } from './loop-next';
import { loopUntilForm } from './loop-until';
import { playAudioForm } from './play-audio';
import { playAudioOnSilenceForm } from './play-audio-on-silence';
import { playEstimatedWaitTimeForm } from './play-estimated-wait-time';
import { playPositionInQueueForm } from './play-position-in-queue';
import { playUserGreetingForm } from './play-user-greeting';
import { playUserNameForm } from './play-user-name';
import { previousMenuForm } from './previous-menu';
import { repeatMenuForm } from './repeat-menu';
import { sdkForms } from './sdk-actions';
import { searchExternalContactsForm } from './search-external-contacts';
import { sendAutoReplyForm } from './send-auto-reply';
import { sendNotificationForm } from './send-notification';
import { sendResponseForm } from './send-response';
import { setConversationDataForm } from './set-conversation-data';
import { setExternalTagForm } from './set-external-tag';
import { setFlowOutcomeForm } from './set-flow-outcome';
import { setLanguageForm } from './set-language';
import { setParticipantDataForm } from './set-participant-data';
import { setPostFlowForm } from './set-post-flow';
import { setPriorityForm } from './set-priority';
import { setScreenPopForm } from './set-screen-pop';
import { setSkillsForm } from './set-skills';
import { setUtilizationLabelForm } from './set-utilization-label';
import { setUUIDataForm } from './set-uui-data';
import { setWhisperAudioForm } from './set-whisper-audio';
import { setWrapupCodeForm } from './set-wrapup-code';
import { switchForm } from './switch';
import { terminateWorkitemForm } from './terminate-workitem';
import { transferToAcdForm } from './transfer-to-acd';
import { transferToFlowForm } from './transfer-to-flow';
import { transferToFlowSecureForm } from './transfer-to-flow-secure';
import { transferToGroupForm } from './transfer-to-group';
import { transferToNumberForm } from './transfer-to-number';
import { transferToUserForm } from './transfer-to-user';
import { transferToVoicemailForm } from './transfer-to-voicemail';
import { updateDataForm } from './update-data';
import { updateWorkitemForm } from './update-workitem';
import { waitForm } from './wait';

/** Every action that Flowcdk knows, by its key in YAML. */
export const actionForms = {
  abortSurveyInvite: abortSurveyInviteForm,
  addFlowMilestone: addFlowMilestoneForm,
  askForBoolean: askForBooleanForm,
  askForIntent: askForIntentForm,
  askForSlot: askForSlotForm,
  callBotFlow: callBotFlowForm,
  callCommonModule: callCommonModuleForm,
  callData: callDataForm,
  callDataSecure: callDataSecureForm,
  callDecisionTable: callDecisionTableForm,
  callDigitalBotFlow: callDigitalBotFlowForm,
  callLexV2Bot: callLexV2BotForm,
  callTask: callTaskForm,
  changeState: changeStateForm,
  clearPostFlow: clearPostFlowForm,
  clearSlot: clearSlotForm,
  clearUtilizationLabel: clearUtilizationLabelForm,
  collectInput: collectInputForm,
  communicate: communicateForm,
  completeSurveyInvite: completeSurveyInviteForm,
  createCallback: createCallbackForm,
  dataTableLookup: dataTableLookupForm,
  decision: decisionForm,
  decryptData: decryptDataForm,
  detectSilence: detectSilenceForm,
  dialByExtension: dialByExtensionForm,
  digitalMenu: digitalMenuForm,
  disconnect: disconnectForm,
  disconnectWorkitem: disconnectWorkitemForm,
  enableParticipantRecord: enableParticipantRecordForm,
  encryptData: encryptDataForm,
  endState: endStateForm,
  endTask: endTaskForm,
  endWorkflow: endWorkflowForm,
  evaluateSchedule: evaluateScheduleForm,
  evaluateScheduleGroup: evaluateScheduleGroupForm,
  exitBotFlow: exitBotFlowForm,
  exitWorkitemFlow: exitWorkitemFlowForm,
  flushAudio: flushAudioForm,
  getConversationData: getConversationDataForm,
  getExternalContact: getExternalContactForm,
  getExternalOrganization: getExternalOrganizationForm,
  getParticipantData: getParticipantDataForm,
  getRawSIPHeaders: getRawSIPHeadersForm,
  getSIPHeaders: getSIPHeadersForm,
  holdMusic: holdMusicForm,
  initializeFlowOutcome: initializeFlowOutcomeForm,
  jumpToMenu: jumpToMenuForm,
  jumpToTask: jumpToTaskForm,
  loop: loopForm,
  loopExit: loopExitForm,
  loopNext: loopNextForm,
  loopUntil: loopUntilForm,
  playAudio: playAudioForm,
  playAudioOnSilence: playAudioOnSilenceForm,
  playEstimatedWaitTime: playEstimatedWaitTimeForm,
  playPositionInQueue: playPositionInQueueForm,
  playUserGreeting: playUserGreetingForm,
  playUserName: playUserNameForm,
  previousMenu: previousMenuForm,
  repeatMenu: repeatMenuForm,
  searchExternalContacts: searchExternalContactsForm,
  sendAutoReply: sendAutoReplyForm,
  sendNotification: sendNotificationForm,
  sendResponse: sendResponseForm,
  setConversationData: setConversationDataForm,
  setExternalTag: setExternalTagForm,
  setFlowOutcome: setFlowOutcomeForm,
  setLanguage: setLanguageForm,
  setParticipantData: setParticipantDataForm,
  setPostFlow: setPostFlowForm,
  setPriority: setPriorityForm,
  setScreenPop: setScreenPopForm,
  setSkills: setSkillsForm,
  setUtilizationLabel: setUtilizationLabelForm,
  setUUIData: setUUIDataForm,
  setWhisperAudio: setWhisperAudioForm,
  setWrapupCode: setWrapupCodeForm,
  switch: switchForm,
  terminateWorkitem: terminateWorkitemForm,
  transferToAcd: transferToAcdForm,
  transferToFlow: transferToFlowForm,
  transferToFlowSecure: transferToFlowSecureForm,
  transferToGroup: transferToGroupForm,
  transferToNumber: transferToNumberForm,
  transferToUser: transferToUserForm,
  transferToVoicemail: transferToVoicemailForm,
  updateData: updateDataForm,
  updateWorkitem: updateWorkitemForm,
  wait: waitForm,
  ...findForms,
  ...sdkForms,
};

/** The key of an action in YAML. */
export type ActionKind = keyof typeof actionForms;

export const isActionKind = (kind: string): kind is ActionKind => Object.hasOwn(actionForms, kind);

/** The tree node of an action of that kind. */
export type ActionNode<K extends ActionKind> = NodeOf<K, (typeof actionForms)[K]>;

type NodesByKind = { readonly [K in ActionKind]: ActionNode<K> };

declare module '../nodes' {
  interface ActionsByKind extends NodesByKind {}
}

export type { Action, ActionList } from '../nodes';
