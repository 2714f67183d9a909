import {
  type Actions,
  and,
  type Audio,
  boolean,
  builtIn,
  callData,
  collectInput,
  dateTime,
  type DateTime,
  decision,
  type Definition,
  disconnect,
  type Dtmf,
  type Duration,
  type DurationLiteral,
  equals,
  exp,
  getParticipantData,
  hasText,
  ifElse,
  inboundCall,
  inMilliseconds,
  integer,
  isLess,
  isSet,
  loop,
  loopExit,
  lowerCase,
  not,
  oneOf,
  playAudio,
  plus,
  say,
  seconds,
  set,
  setParticipantData,
  setScreenPop,
  string,
  switchOn,
  task,
  transferToAcd,
  updateData,
  type VariablesOf,
} from 'flowcdk';
import type { launchIdentification } from '../data-actions/launch-identification';
import { identification, support } from './identification';
import { orEmpty } from './or-empty';

type Queue = Definition & { readonly definition: 'queue' };

/** What a call can be about. */
export interface Reason {
  readonly key: string;
  readonly queue: Queue;
  /** Higher is served first. */
  readonly priority: number;
}

/** What callers hear, in one language. */
export interface SupportLineTexts {
  readonly greeting: string;
  readonly reasonQuestion: string;
  /** By the key of the reason: `For an order, press 1.` */
  readonly reasons: Readonly<Record<string, string>>;
  readonly firstTimeQuestion: string;
  readonly oneMoment: string;
  readonly stillLooking: string;
  readonly welcomeBack: { readonly before: string; readonly after: string };
  readonly customerNumberQuestion: string;
  readonly customerNumberThanks: string;
  readonly transfer: string;
  readonly transferFailed: string;
  readonly error: string;
}

export interface SupportLine {
  /** `support-line`, or another name for a line in another language. */
  readonly name: string;
  /** @default the organisation's home division */
  readonly division?: string | undefined;
  /** `en-us` */
  readonly language: string;
  /** @default Architect's */
  readonly voice?: string | undefined;
  readonly texts: SupportLineTexts;
  /** Starts the identification; the call does not wait for what comes of it. */
  readonly launch: ReturnType<typeof launchIdentification>;
  /** Offered as key 1, key 2 … */
  readonly reasons: readonly Reason[];
  /** For callers who do not say what their call is about. */
  readonly defaultQueue: Queue;
  /** How long a caller is kept for the identification, counted from the first look. */
  readonly deadline: DurationLiteral;
  /** Between two looks. */
  readonly lookEvery: DurationLiteral;
  /** Name of the script that agents see with a call. @default what the queue says */
  readonly screenPop?: string | undefined;
}

/** The line without how callers are identified. */
export type Conversation = Omit<SupportLine, 'launch' | 'deadline' | 'lookEvery' | 'screenPop'>;

/** What the line keeps while it talks to a caller. */
export const variables = {
  launched: boolean({ initial: true, description: 'Whether the identification could be started' }),
  pressed: string({ description: 'The last keys' }),
  reason: string({ initial: '', description: 'What the call is about; empty where the caller did not say' }),
  firstTime: oneOf(['YES', 'NO', 'UNKNOWN'], { initial: 'UNKNOWN' }),
  customerNumber: string({ description: 'Typed by a caller nobody knew' }),
  turn: integer(),
  firstLook: dateTime({ description: 'When the status was looked at first' }),
  status: oneOf(['SUCCESS', 'FAILED']),
  customerName: string(),
  tier: string(),
  greeted: oneOf(['BY_NAME', 'UNKNOWN'], { initial: 'UNKNOWN' }),
  priority: integer({ initial: 0, description: 'Higher is served first' }),
};

export type Call = VariablesOf<typeof variables>;

/**
 * Answers a call: launches the identification, talks to the caller meanwhile, greets by name whom it
 * knows by then, and hands the call to the queue of its reason.
 *
 * A caller may hang up at any moment. Nothing here has to be undone then: the identification runs by itself and ends
 * by itself, what it wrote stays with the conversation, and a call no agent took is not reported.
 */
export const supportLine = (line: SupportLine) =>
  inboundCall({
    name: line.name,
    variantOf: 'support-line',
    description: 'Recognises the caller while asking what the call is about',
    division: line.division,
    defaultLanguage: line.language,
    supportedLanguages: { [line.language]: { voice: line.voice } },
    // What is queued before the launch would be played before it, and delay it: the greeting comes later.
    initialGreeting: exp<Audio>`ToAudioBlank(100)`,
    settings: { preHandlingAudio: line.texts.error },
    variables,
    startUp: (call) =>
      task('Support line', [
        launch(line, call),
        askReason(line, call),
        updateData('Start looking', [set(call.firstLook, exp<DateTime>`GetCurrentDateTimeUtc()`)]),
        look(call),
        decision('Still looking the caller up?', stillOngoing(call), {
          yes: [askFirstTime(line, call), waitForResult(line, call)],
        }),
        decision('Is the caller known?', isKnown(call), {
          yes: greetByName(line, call),
          no: askCustomerNumber(line, call),
        }),
        tellAgent(call),
        ...showScript(line),
        transfer(line, call),
      ]),
  });

/** An anonymous caller has no number; the identification says so itself. */
export const callerNumber = orEmpty(builtIn<string>('Call.Ani'));

const launch = ({ launch: startIdentification }: SupportLine, call: Call) => {
  const goOnAsUnknown = updateData('Go on as if unknown', [set(call.launched, false)]);
  return callData('Start the identification', startIdentification, {
    timeout: seconds(5),
    inputs: { conversationId: builtIn<string>('Call.ConversationId'), callerNumber },
    onFailure: [goOnAsUnknown],
    onTimeout: [goOnAsUnknown],
  });
};

/** A spoken menu: Collect Input has a way out for callers who press nothing. They are asked twice. */
export const askReason = ({ texts, reasons }: Conversation, call: Call) => {
  const offers = reasons.map(({ key }) => texts.reasons[key] ?? key).join(' ');
  const chosen = ({ key, priority }: Reason): Actions => [
    updateData(`About: ${key}`, [set(call.reason, key), set(call.priority, priority)]),
    loopExit(),
  ];
  return [
    playAudio('Greet', texts.greeting),
    loop('Ask twice', { times: 2, index: call.turn }, [
      collectInput('What is your call about?', {
        inputData: call.pressed,
        digits: 1,
        noEntryTimeout: seconds(5),
        inputAudio: `${texts.reasonQuestion} ${offers}`,
        onSuccess: [
          switchOn(
            'Which key?',
            call.pressed,
            Object.fromEntries(reasons.map((reason, i) => [String(i + 1), chosen(reason)])),
          ),
        ],
      }),
    ]),
  ];
};

/** An absent status means that there is no result yet. */
const look = (call: Call) =>
  getParticipantData(
    'Who is calling?',
    identification.read({ status: call.status, customerName: call.customerName, tier: call.tier }),
  );

const stillOngoing = (call: Call) => and(call.launched, not(isSet(call.status)));

export const isKnown = (call: Call) => and(isSet(call.status), equals(call.status, 'SUCCESS'));

const askFirstTime = ({ texts }: SupportLine, call: Call) =>
  collectInput('Is it the first time?', {
    inputData: call.pressed,
    digits: 1,
    noEntryTimeout: seconds(5),
    inputAudio: texts.firstTimeQuestion,
    onSuccess: [
      switchOn<string>('Yes or no?', call.pressed, {
        '1': [updateData('The first time', [set(call.firstTime, 'YES')])],
        '2': [updateData('Not the first time', [set(call.firstTime, 'NO')])],
      }),
    ],
  });

/** A loop makes 99 turns at most (documented for Architect's old client). */
const MOST_TURNS = 99;

/** Looks again and again, never in silence. Any key ends the waiting; so does the deadline. */
const waitForResult = ({ texts, deadline, lookEvery }: SupportLine, call: Call) => {
  const [most, every] = [inMilliseconds(deadline), Math.max(1, inMilliseconds(lookEvery))];
  const times = Math.min(MOST_TURNS, Math.ceil(most / every));
  const waited = exp<Duration>`DateTimeDiff(GetCurrentDateTimeUtc(), ${call.firstLook})`;
  const deadlineIsAhead = isLess(waited, exp<Duration>`MakeDuration(0, 0, 0, ${Math.round(most / 1000)})`);
  return [
    look(call),
    loop('Look again', { times, index: call.turn }, [
      decision('Is there something to wait for?', and(stillOngoing(call), deadlineIsAhead), { no: [loopExit()] }),
      collectInput('Wait, or any key to go on', {
        inputData: call.pressed,
        digits: 1,
        noEntryTimeout: lookEvery,
        inputAudio: say`${ifElse(equals(call.turn, 0), texts.oneMoment, texts.stillLooking)}`,
        acceptJustStar: true,
        acceptJustPound: true,
        onSuccess: [look(call), loopExit('Go on without waiting')],
      }),
      look(call),
    ]),
  ];
};

export const greetByName = ({ texts: { welcomeBack } }: Conversation, call: Call): Actions => [
  decision('Is there a name to say?', hasText(call.customerName), {
    yes: [
      playAudio('Greet by name', say`${welcomeBack.before}${call.customerName}${welcomeBack.after}`),
      updateData('Greeted by name', [set(call.greeted, 'BY_NAME')]),
    ],
  }),
  decision('A gold customer?', and(hasText(call.tier), equals(lowerCase(call.tier), 'gold')), {
    yes: [updateData('Serve sooner', [set(call.priority, plus(call.priority, GOLD_PRIORITY))])],
  }),
];

/** What the call of a gold customer gains over others. */
const GOLD_PRIORITY = 20;

export const askCustomerNumber = ({ texts }: Conversation, call: Call): Actions => [
  collectInput('Ask for the customer number', {
    inputData: call.customerNumber,
    digits: { min: 4, max: 10, terminatingDtmf: 'digit_#' satisfies Dtmf },
    noEntryTimeout: seconds(5),
    inputAudio: texts.customerNumberQuestion,
    onSuccess: [playAudio('Thank you', texts.customerNumberThanks)],
  }),
];

export const tellAgent = (call: Call) =>
  setParticipantData(
    'Tell the agent',
    support.write({
      reason: call.reason,
      firstTime: call.firstTime,
      customerNumber: orEmpty(call.customerNumber),
      greeted: call.greeted,
    }),
  );

/** The agent sees a script with the call. By the conversation id it finds what the back office knows of it. */
const showScript = ({ screenPop }: SupportLine): Actions =>
  screenPop === undefined
    ? []
    : [
        setScreenPop('Show the script', {
          name: screenPop,
          inputs: { conversationId: builtIn<string>('Call.ConversationId') },
        }),
      ];

export const transfer = ({ texts, reasons, defaultQueue }: Conversation, call: Call): Actions => {
  const to = (name: string, queue: Queue): Actions => [
    transferToAcd(name, {
      targetQueue: queue,
      priority: call.priority,
      preTransferAudio: texts.transfer,
      failureTransferAudio: texts.transferFailed,
      onFailure: [disconnect()],
    }),
  ];
  return [
    switchOn<string>(
      'Which queue?',
      call.reason,
      Object.fromEntries(reasons.map(({ key, queue }) => [key, to(`To ${queue.name}`, queue)])),
    ),
    to(`To ${defaultQueue.name}`, defaultQueue),
  ];
};
