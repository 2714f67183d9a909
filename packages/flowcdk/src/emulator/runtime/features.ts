import { type Action, type ActionKind, actionForms } from '../../architect/actions';
import { type SdkActionKind } from '../../architect/actions/sdk-actions';
import { runners } from './actions';
import { notEmulated } from './actions/not-emulated';

/**
 * How sure we are that an action does the same in the cloud. `documented`: the platform's documents or SDKs say so.
 * `believed`: everything we know points to it. `assumed`: nobody outside the vendor knows. `not emulated`: the local
 * org does not run the action; the flow takes its error path there.
 */
export type ActionCertainty = 'documented' | 'believed' | 'assumed' | 'not emulated';

/** What the local org does with one kind of action. */
export interface ActionFeature {
  /** Its key in YAML. */
  readonly action: ActionKind;
  readonly certainty: ActionCertainty;
  /** How the action differs from the cloud, or what nobody knows about it. */
  readonly note?: string;
}

type Knowledge = readonly [certainty: Exclude<ActionCertainty, 'not emulated'>, note?: string];

const NO_CONTACTS = 'The local org holds no external contacts: none is found.';
const STAND_IN = 'A stand-in of the test plays the bot; without one the action fails.';
const FIND_BY_NAME = 'Names in any case; of several things with one name none is found.';

/** What we know of each kind of action that is emulated. A new kind of action does not compile until it stands here. */
const knowledge: Readonly<Record<Exclude<ActionKind, SdkActionKind>, Knowledge | undefined>> &
  Readonly<Partial<Record<SdkActionKind, Knowledge>>> = {
  abortSurveyInvite: undefined,
  addFlowMilestone: ['documented', 'The last 20 of an outcome and the last 100 of a flow are kept.'],
  askForBoolean: undefined,
  askForIntent: undefined,
  askForSlot: undefined,
  callBotFlow: ['assumed', STAND_IN],
  callCommonModule: ['believed', 'Always the version published last. What breaks a module breaks its caller.'],
  callData: ['documented', 'Whether it asks while queued audio plays is not documented: a setting.'],
  callDataSecure: ['assumed', 'As Call Data. The event log shows neither what it sends nor what it gets.'],
  callDecisionTable: ['documented', 'A table of a file or a seed. Where no row fits, the output is NOT_SET (assumed).'],
  callDigitalBotFlow: ['assumed', STAND_IN],
  callLexV2Bot: ['assumed', STAND_IN],
  callTask: ['documented', 'A path nobody drew goes on after the action; at most 100 calls deep (assumed).'],
  changeState: ['documented'],
  clearPostFlow: ['documented'],
  clearSlot: undefined,
  clearUtilizationLabel: ['documented', 'At most five times in a flow.'],
  collectInput: ['documented', 'What digits do that come too early or too late is believed.'],
  communicate: undefined,
  completeSurveyInvite: undefined,
  createCallback: [
    'believed',
    'A conversation of its own, due when the call is over (assumed). An agent of the queue calls; the customer answers or not.',
  ],
  dataTableLookup: ['believed', 'Keys differ by upper and lower case; without a key it fails.'],
  decision: ['documented'],
  decryptData: ['documented', 'Only what an action of the same local org encrypted; all else takes the failure path.'],
  detectSilence: ['believed'],
  dialByExtension: ['believed', 'Where nobody answers the flow goes on (inferred).'],
  digitalMenu: undefined,
  disconnect: ['documented'],
  disconnectWorkitem: undefined,
  enableParticipantRecord: ['documented', 'A record in the log: the local org records nothing.'],
  encryptData: ['documented', 'A key of the local org, which no other org has. The form of the text is our own.'],
  endState: ['believed', 'The next pass begins five minutes later (assumed).'],
  endTask: ['documented'],
  endWorkflow: ['documented'],
  evaluateSchedule: ['documented', 'The start belongs to a schedule, its end does not (assumed).'],
  evaluateScheduleGroup: [
    'documented',
    'Repetitions by day, week, month and year; not within a day, not by week number.',
  ],
  exitBotFlow: undefined,
  exitWorkitemFlow: undefined,
  findEmergencyGroup: ['believed', FIND_BY_NAME],
  findGroup: ['believed', FIND_BY_NAME],
  findLanguageSkill: ['believed', FIND_BY_NAME],
  findQueue: ['documented', FIND_BY_NAME],
  findQueueById: ['believed'],
  findSchedule: ['believed', FIND_BY_NAME],
  findScheduleGroup: ['believed', FIND_BY_NAME],
  findSkill: ['believed', FIND_BY_NAME],
  findSystemPrompt: ['assumed', 'Any name is one: which prompts the system has is not known here.'],
  findUser: ['believed', 'By e-mail address, user name or name.'],
  findUserById: ['believed'],
  findUserPrompt: ['believed', FIND_BY_NAME],
  findUsersById: ['believed'],
  findUtilizationLabel: ['believed', FIND_BY_NAME],
  flushAudio: ['documented'],
  getConversationData: ['documented', 'Without a participant it is the customer (believed).'],
  getExternalContact: ['assumed', NO_CONTACTS],
  getExternalOrganization: ['assumed', 'The local org holds no external organisations: none is found.'],
  getParticipantData: ['believed', 'How soon a flow sees what others wrote is not documented: a setting.'],
  getRawSIPHeaders: [
    'documented',
    'The headers that a test or `flowcdk call` gives the call. How lines end is assumed.',
  ],
  getSIPHeaders: [
    'documented',
    'The headers that a test or `flowcdk call` gives the call. The form of the JSON is assumed.',
  ],
  holdMusic: ['documented'],
  initializeFlowOutcome: ['documented'],
  jumpToMenu: ['documented'],
  jumpToTask: ['documented'],
  loop: ['documented', 'At most 99 turns (the bound of the scripting SDK).'],
  loopExit: ['documented'],
  loopNext: ['documented'],
  loopUntil: ['assumed', 'Conditions are looked at before each turn.'],
  playAudio: ['documented', 'Audio lasts as long as its text takes to say.'],
  playAudioOnSilence: ['believed'],
  playEstimatedWaitTime: ['believed', 'The estimate is the mean of the last ten answered calls.'],
  playPositionInQueue: ['believed'],
  playUserGreeting: ['assumed', 'Users have no recorded greetings: the caller hears whose it is.'],
  playUserName: ['assumed', 'Users have no recorded names: the name is spoken.'],
  previousMenu: ['believed', 'From the first menu it leads to that menu again (assumed).'],
  repeatMenu: ['believed', 'To the menu the caller was in last.'],
  searchExternalContacts: ['assumed', NO_CONTACTS],
  sendAutoReply: undefined,
  sendNotification: ['assumed', 'Only the event log gets it.'],
  sendResponse: [
    'documented',
    'By SMS. A text that the platform refuses is not sent, and the flow goes on (inferred).',
  ],
  setConversationData: ['documented', 'Without a participant it is the customer (believed).'],
  setExternalTag: ['believed'],
  setFlowOutcome: ['documented'],
  setLanguage: ['documented'],
  setParticipantData: ['documented', 'When others see it is not documented: a setting.'],
  setPostFlow: ['documented', 'For callers, with inbound call flows. It runs once (assumed).'],
  setPriority: ['believed', 'Fails where the call waits in no queue.'],
  setScreenPop: ['believed'],
  setSkills: ['believed', 'Fails where the call waits in no queue.'],
  setUUIData: ['believed'],
  setUtilizationLabel: ['documented', 'A record: which agent gets the call does not depend on it.'],
  setWhisperAudio: ['believed'],
  setWrapupCode: ['believed', "Of the flow's part of the call, with an event of its own."],
  switch: ['documented', 'NOT_SET equals no case.'],
  terminateWorkitem: undefined,
  transferToAcd: ['documented', 'Agents are imagined: a setting.'],
  transferToFlow: ['documented'],
  transferToFlowSecure: ['believed'],
  transferToGroup: ['believed'],
  transferToNumber: ['documented', 'Whoever is called is imagined: a setting.'],
  transferToUser: ['documented', 'Whoever is called is imagined: a setting.'],
  transferToVoicemail: ['believed'],
  updateData: ['documented'],
  updateWorkitem: undefined,
  wait: ['documented', 'A workflow breaks after 72 hours; a wait that is shortened leaves it a minute (assumed).'],
};

/** Whether flows can run actions of a kind in the local org. */
export const isEmulated = (kind: Action['kind']): boolean => runners[kind] !== notEmulated;

/** Whether only a stand-in plays actions of a kind. */
export const isPlayed = (kind: Action['kind']): boolean => kind !== 'unknown' && knowledge[kind]?.[1] === STAND_IN;

const kinds = Object.keys(actionForms) as readonly ActionKind[];

/** Every kind of action in alphabetical order, and what the local org does with it. */
export const actionFeatures = (): readonly ActionFeature[] =>
  [...kinds].sort().map((action) => {
    const [certainty, note] = knowledge[action] ?? [];
    if (certainty === undefined) return { action, certainty: 'not emulated' };
    return { action, certainty, ...(note === undefined ? {} : { note }) };
  });

/** The actions as a Markdown table, for `docs/emulator.md`. */
export function actionTable(): string {
  const head = ['Action', 'How sure', 'What is different or not known'];
  const rows = actionFeatures().map(({ action, certainty, note }) => [`\`${action}\``, certainty, note ?? '']);
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
