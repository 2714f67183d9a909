import type { Conversation } from '../../../../src/emulator/runtime/conversation/conversation';
import type { Participant } from '../../../../src/emulator/runtime/conversation/participant';
import {
  shownCall,
  shownCallback,
  shownConversation,
  shownMessages,
  shownWrapup,
} from '../../../../src/emulator/runtime/conversation/shown';
import type { JsonObject } from '../../../../src/emulator/state/json';

// Fields and words are those of the API's definitions of conversations, participants and sessions.

const NOON = Date.UTC(2026, 0, 5, 12);
const at = (seconds: number): number => NOON + seconds * 1000;
const time = (seconds: number): string => new Date(at(seconds)).toISOString();

const customer: Participant = {
  id: 'p1',
  sessionId: 's1',
  purpose: 'customer',
  startedAt: at(0),
  connectedAt: at(0),
};
const agent: Participant = {
  id: 'p2',
  sessionId: 's2',
  purpose: 'agent',
  name: 'Ada',
  userId: 'ada',
  queueId: 'support',
  startedAt: at(10),
};

/** A conversation as far as it is shown. Its only agent is what a test says. */
function conversation(fields: object = {}, participants: readonly Participant[] = [customer, agent]): Conversation {
  const things: Readonly<Record<string, unknown>> = {
    'queue/support': { name: 'Support' },
    'wrapupCode/done': { name: 'Done' },
  };
  return {
    id: 'c',
    from: 'tel:+33142685300',
    to: 'tel:+33199000001',
    startedAt: at(0),
    mediaType: 'VOICE',
    direction: 'INBOUND',
    participants,
    customer: participants[0],
    data: { of: (id: string) => new Map([['shown to', id]]) },
    runtime: {
      clock: { now: () => at(60) },
      org: { get: (kind: string, id: string) => things[`${kind}/${id}`] },
    },
    ...fields,
  } as unknown as Conversation;
}

const participantsOf = (shown: JsonObject): readonly JsonObject[] =>
  shown['participants'] as unknown as readonly JsonObject[];
const second = (shown: JsonObject): JsonObject => participantsOf(shown)[1] ?? {};
/** The agent of a call, with these fields. */
const agentWith = (fields: Partial<Participant>): JsonObject =>
  second(shownCall(conversation({}, [customer, { ...agent, ...fields }])));

test('a conversation under way', () => {
  const shown = shownConversation(conversation());
  expect(shown).toEqual({
    id: 'c',
    name: 'tel:+33142685300',
    participants: expect.any(Array) as unknown,
    recentTransfers: [],
    divisions: [],
    recordingState: 'NONE',
    securePause: false,
    maxParticipants: 100,
    startTime: time(0),
    address: 'tel:+33142685300',
    conversationIds: [],
    state: 'connected',
    selfUri: '/api/v2/conversations/c',
  });
  expect(participantsOf(shown)).toEqual([
    {
      id: 'p1',
      startTime: time(0),
      connectedTime: time(0),
      purpose: 'customer',
      address: 'tel:+33142685300',
      ani: 'tel:+33142685300',
      dnis: 'tel:+33199000001',
      wrapupRequired: false,
      attributes: { 'shown to': 'p1' },
      participantType: 'External',
      calls: [
        {
          id: 's1',
          state: 'connected',
          direction: 'inbound',
          held: false,
          muted: false,
          provider: 'Edge',
          connectedTime: time(0),
        },
      ],
    },
    {
      id: 'p2',
      startTime: time(10),
      name: 'Ada',
      queueName: 'Support',
      purpose: 'agent',
      address: 'tel:+33199000001',
      ani: 'tel:+33142685300',
      dnis: 'tel:+33199000001',
      wrapupRequired: false,
      attributes: { 'shown to': 'p2' },
      userId: 'ada',
      queueId: 'support',
      participantType: 'Internal',
      calls: [
        {
          id: 's2',
          state: 'alerting',
          direction: 'inbound',
          held: false,
          muted: false,
          provider: 'Edge',
          afterCallWork: { state: 'pending' },
        },
      ],
    },
  ]);
});

test('a conversation that has ended, with everything that it may have', () => {
  const caller = { ...customer, name: 'Grace', endedAt: at(40), disconnectType: 'ENDPOINT' as const };
  const mailbox = { ...agent, purpose: 'voicemail' as const, address: 'tel:+1', groupId: 'team' };
  const shown = shownConversation(
    conversation(
      { endedAt: at(40), externalTag: 'T-1', divisionId: 'home', utilizationLabelId: 'label', uuiData: 'u', to: '' },
      [caller, mailbox],
    ),
  );
  expect(shown).toMatchObject({
    name: 'Grace',
    endTime: time(40),
    state: 'disconnected',
    externalTag: 'T-1',
    utilizationLabelId: 'label',
    divisions: [{ division: { id: 'home', selfUri: '/api/v2/authorization/divisions/home' }, entities: [] }],
  });
  const [first] = participantsOf(shown);
  expect(first).toMatchObject({
    name: 'Grace',
    aniName: 'Grace',
    endTime: time(40),
    calls: [{ state: 'disconnected', disconnectType: 'endpoint', disconnectedTime: time(40), uuiData: 'u' }],
  });
  expect(first).not.toHaveProperty('dnis');
  expect(second(shown)).toMatchObject({ aniName: 'Grace', groupId: 'team', address: 'tel:+1' });
  expect(second(shown)['calls']).not.toMatchObject([{ afterCallWork: {} }]);
});

test('the call alone: its participants are sessions of their own', () => {
  const shown = shownCall(conversation());
  expect(shown).toMatchObject({ id: 'c', otherMediaUris: [], selfUri: '/api/v2/conversations/calls/c' });
  expect(second(shown)).toMatchObject({
    id: 'p2',
    user: { id: 'ada', selfUri: '/api/v2/users/ada' },
    queue: { id: 'support', selfUri: '/api/v2/routing/queues/support' },
    state: 'alerting',
  });
  expect(participantsOf(shown)[0]).not.toHaveProperty('user');
  expect(participantsOf(shown)[0]).not.toHaveProperty('queue');
});

test('a caller on hold', () =>
  expect(agentWith({ connectedAt: at(20), heldSince: at(30) })).toMatchObject({ held: true }));

test.each<[what: string, fields: Partial<Participant>, state: string]>([
  ['before its end', { connectedAt: at(20) }, 'pending'],
  ['an agent who never talked and left', { endedAt: at(30) }, 'notApplicable'],
  ['under way', { endedAt: at(30), acwStartedAt: at(30) }, 'pending'],
  ['skipped', { endedAt: at(30), wrapupSkipped: true }, 'skipped'],
  ['done', { endedAt: at(30), acwStartedAt: at(30), wrapup: { notes: '', milliseconds: 0 } }, 'complete'],
  ['done although skipped', { wrapupSkipped: true, wrapup: { notes: '', milliseconds: 0 } }, 'complete'],
])('after-call work: %s', (_, fields, state) => expect(agentWith(fields)).toMatchObject({ afterCallWork: { state } }));

test.each<[rule: string | undefined, required: boolean, word: string | undefined]>([
  [undefined, false, undefined],
  ['OPTIONAL', false, 'optional'],
  ['MANDATORY', true, 'mandatory'],
  ['MANDATORY_TIMEOUT', true, 'timeout'],
  ['MANDATORY_FORCED_TIMEOUT', true, 'forcedTimeout'],
  ['AGENT_REQUESTED', true, 'agentRequested'],
  ['SOMETHING_NEW', true, 'mandatory'],
])('the rule for after-call work: %s', (rule, required, word) => {
  const shown = agentWith(rule === undefined ? {} : { wrapupPrompt: rule });
  expect([shown['wrapupRequired'], shown['wrapupPrompt']]).toEqual([required, word]);
});

test('what is known of after-call work', () => {
  const shown = agentWith({
    wrapupTimeoutMs: 5_000,
    wrapupSkipped: true,
    acwStartedAt: at(30),
    acwEndedAt: at(35),
    routing: { priority: 1 },
  });
  expect(shown).toMatchObject({
    wrapupTimeoutMs: 5_000,
    wrapupSkipped: true,
    startAcwTime: time(30),
    endAcwTime: time(35),
    conversationRoutingData: { priority: 1 },
  });
  for (const field of ['wrapupTimeoutMs', 'wrapupSkipped', 'startAcwTime', 'endAcwTime', 'wrapup'])
    expect(agentWith({})).not.toHaveProperty(field);
});

test.each<[what: string, participant: Partial<Participant>, shown: object]>([
  [
    'with a code of the org',
    { wrapup: { code: 'done', notes: 'fine', milliseconds: 7_400 }, acwEndedAt: at(9) },
    { code: 'done', name: 'Done', notes: 'fine', durationSeconds: 7, endTime: time(9) },
  ],
  [
    'with a code that the org does not have',
    { wrapup: { code: 'other', notes: '', milliseconds: 7_500 } },
    { code: 'other', name: 'other', notes: '', durationSeconds: 8 },
  ],
  ['without a code', { wrapup: { notes: '', milliseconds: 0 } }, { notes: '', durationSeconds: 0 }],
  ['before its end', {}, { notes: '', durationSeconds: 0 }],
])('how after-call work ended: %s', (_, participant, shown) =>
  expect(shownWrapup(conversation(), { ...agent, ...participant })).toEqual({ tags: [], provisional: false, ...shown }),
);

describe('a callback', () => {
  const callback = { callbackNumbers: ['+33142685300'] };
  const of = (fields: object, participants?: readonly Participant[]) =>
    conversation({ mediaType: 'CALLBACK', callback, ...fields }, participants);

  test('has the fields of its own session', () => {
    const shown = shownCallback(
      of({ callback: { ...callback, callbackUserName: 'Grace', callbackScheduledTime: at(90) } }),
    );
    expect(shown).toMatchObject({ otherMediaUris: [], selfUri: '/api/v2/conversations/callbacks/c' });
    const [first] = participantsOf(shown);
    expect(first).toMatchObject({
      id: 'p1',
      state: 'scheduled',
      direction: 'inbound',
      held: false,
      provider: 'PureCloud Callback',
      callbackNumbers: ['+33142685300'],
      callbackUserName: 'Grace',
      callbackScheduledTime: time(90),
      skipEnabled: true,
      externalCampaign: false,
      timeoutSeconds: 0,
      connectedTime: time(0),
    });
    expect(first).not.toHaveProperty('afterCallWork');
    // Only the customer's side waits for the moment.
    expect(second(shown)).toMatchObject({ state: 'alerting', afterCallWork: { state: 'pending' } });
  });

  test.each<[what: string, scheduled: number | undefined, participant: Partial<Participant>, state: string]>([
    ['not scheduled', undefined, {}, 'connected'],
    ['due later', 61, {}, 'scheduled'],
    ['due now', 60, {}, 'connected'],
    ['over before it was due', 90, { endedAt: at(50) }, 'disconnected'],
  ])('is %s', (_, scheduled, participant, state) => {
    const fields = scheduled === undefined ? callback : { ...callback, callbackScheduledTime: at(scheduled) };
    const shown = shownCallback(of({ callback: fields }, [{ ...customer, ...participant }]));
    expect(participantsOf(shown)).toMatchObject([{ state }]);
  });

  test('has no numbers before somebody gave them, and says why it ended', () => {
    const ended = { ...customer, endedAt: at(30), disconnectType: 'NO_ANSWER_TRANSFER' as const };
    const [whole] = participantsOf(shownConversation(of({ callback: undefined }, [ended])));
    expect(whole).toMatchObject({ callbacks: [{ disconnectType: 'transfer.noanswer' }] });
    const [first] = participantsOf(shownCallback(of({ callback: undefined }, [ended])));
    expect(first).toMatchObject({
      callbackNumbers: [],
      disconnectType: 'transfer.noanswer',
      disconnectedTime: time(30),
    });
  });

  test('has the calls to the customer beside it', () => {
    const calls = [
      { sessionId: 'k1', startedAt: at(20) },
      { sessionId: 'k2', startedAt: at(30), connectedAt: at(35) },
      { sessionId: 'k3', startedAt: at(40), connectedAt: at(45), endedAt: at(50), disconnectType: 'PEER' as const },
    ];
    const participants = [{ ...customer, calls }, agent];
    expect(shownCallback(of({}, participants))).toMatchObject({ otherMediaUris: ['/api/v2/conversations/calls/c'] });
    const shown = shownConversation(of({}, participants));
    const session = { direction: 'outbound', held: false, muted: false, provider: 'Edge' };
    expect(participantsOf(shown)[0]).toMatchObject({ callbacks: [{ id: 's1', state: 'connected' }] });
    expect(participantsOf(shown)[0]?.['calls']).toEqual([
      { id: 'k1', state: 'dialing', ...session },
      { id: 'k2', state: 'connected', ...session, connectedTime: time(35) },
      {
        id: 'k3',
        state: 'disconnected',
        ...session,
        disconnectType: 'peer',
        connectedTime: time(45),
        disconnectedTime: time(50),
      },
    ]);
    expect(second(shown)).not.toHaveProperty('calls');
  });
});

test.each([
  ['MESSAGE', 'messages'],
  ['EMAIL', 'emails'],
])('the sessions of a conversation of the medium %s', (mediaType, field) => {
  const shown = shownConversation(conversation({ mediaType, direction: 'OUTBOUND' }));
  expect(second(shown)[field]).toEqual([
    {
      id: 's2',
      state: 'alerting',
      direction: 'outbound',
      toAddress: { addressNormalized: 'tel:+33199000001' },
      fromAddress: { addressNormalized: 'tel:+33142685300' },
    },
  ]);
});

test('the messages alone', () => {
  const shown = shownMessages(conversation({ mediaType: 'MESSAGE' }));
  expect(shown).toMatchObject({ otherMediaUris: [], selfUri: '/api/v2/conversations/messages/c' });
  expect(second(shown)).toMatchObject({ id: 'p2', toAddress: { addressNormalized: 'tel:+33199000001' } });
});
