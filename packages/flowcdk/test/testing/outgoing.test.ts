import { readFileSync } from 'node:fs';
import '../../src/testing/jest';
import {
  callRoute,
  disconnect,
  inboundCall,
  minutes,
  type QueueDefinition,
  seconds,
  task,
  transferToAcd,
  wrapupCode,
} from '../../src';
import { OrganizationStack } from '../../src/constructs';
import { type Deployable, KitProblem, type LocalOrg, localOrg, type LocalOrgOptions } from '../../src/testing';
import { exportsOf } from '../docs/example';
import { pages } from '../docs/page';

// What docs/sms-and-callbacks.md shows runs: the workflow that cares for unhappy callers, and what tests see of it.

const page = pages.find(({ path }) => path === 'docs/sms-and-callbacks.md');
const shown = page ? exportsOf(page) : {};

const NUMBER = '+442079460101';
const CALLER = '+442079460177';
const staff = `
users:
  - { name: Grace Moss, email: grace.moss@example.com }
`;

const line = inboundCall({
  name: 'Line',
  startUp: () =>
    task('Line', [
      transferToAcd('On', { targetQueue: shown['supervisors'] as QueueDefinition, onFailure: [disconnect()] }),
    ]),
});

const app: Deployable = (of) => [
  new OrganizationStack(of, 'outgoing', {
    organization: { region: 'eu-central-1' },
    definitions: [
      ...Object.values(shown),
      line,
      callRoute({ name: 'Line', numbers: [NUMBER], openHours: line }),
      wrapupCode({ name: 'Resolved' }),
    ] as ConstructorParameters<typeof OrganizationStack>[2]['definitions'],
  }),
];

test('an unhappy caller gets an SMS and is called back', async () => {
  const org = await localOrg(app, { has: staff });
  const call = org.call({ from: CALLER, to: NUMBER });
  call.sentiment(-60, { after: seconds(90) });
  await call.end({ agentAnswersAfter: seconds(20), wrapUp: 'Resolved' });

  expect(org.sms).toHaveReceivedOnce(CALLER, /we are sorry/i);
  expect(org.chat).toHaveReceived('supervisors', 'unhappy');
  expect(org.callbacks).toHaveReached(CALLER);
});

test('a customer who writes CALLBACK is called back', async () => {
  const org = await localOrg(app, { has: staff });
  org.routeMessages('+15550100', 'texts');
  const thread = org.text({ from: CALLER, to: '+15550100', text: 'Callback' });
  await thread.untilReceives(/call you back/i);

  expect(org.callbacks).toHaveScheduled(CALLER, { queue: 'Support' });
  expect(thread.ended).toBe(true);
});

test.each([
  ['agent', []],
  ['what?', ['Write AGENT or CALLBACK, not what?']],
])('a customer writes %s', async (text, texts) => {
  const org = await localOrg(app, { has: staff });
  org.routeMessages('+15550100', 'texts');
  const thread = org.text({ from: CALLER, flow: 'texts', text });

  expect(thread.texts).toEqual(texts);
  expect(thread.eventsOf('queue.entered')).toHaveLength(texts.length === 0 ? 1 : 0);
});

test('docs/sms-and-callbacks.md shows the tests above', () => {
  const here = readFileSync(__filename, 'utf8');
  const blocks = page?.blocks.filter(({ language }) => language === 'typescript') ?? [];

  expect(blocks).toHaveLength(2);
  for (const { text } of blocks) expect(here).toContain(text.trim());
});

/** An org in which a call was answered and was not a happy one, and everything that came of it. */
async function unhappyCall(
  options: LocalOrgOptions & { readonly prepare?: (org: LocalOrg) => void; readonly score?: number | 'NOT_SET' } = {},
) {
  const { prepare, score = -60, ...others } = options;
  const org = await localOrg(app, { has: staff, ...others });
  prepare?.(org);
  const call = org.call({ from: CALLER, to: NUMBER });
  call.sentiment(score, { after: seconds(90) });
  await call.end({ agentAnswersAfter: seconds(20), wrapUp: 'Resolved' });
  return { org, call };
}

/** What a failed action of the workflow says. */
const failures = (org: LocalOrg): readonly string[] =>
  org.events.flatMap((event) => (event.type === 'dataAction.step' && !event.success ? [event.error ?? ''] : []));

test('what was sent says to whom, from where and how far it came', async () => {
  const { org, call } = await unhappyCall();

  expect(org.sms.to(CALLER)).toEqual([
    {
      to: CALLER,
      from: '+15550100',
      text: 'We are sorry. We will call you back.',
      status: 'delivery-success',
      at: expect.any(Date) as Date,
      conversationId: call.conversationId,
    },
  ]);
  expect(org.chat.messages).toMatchObject([
    { to: expect.stringMatching(/^webhook [0-9a-f]{12}$/) as string, status: 'posted' },
  ]);
  expect(org.emails.messages).toEqual([]);
});

test('the timeline of the call tells what became of it in words', async () => {
  const { call } = await unhappyCall();
  const story = call.timeline(300);

  for (const line of [
    'sentiment: −60',
    `SMS to ${CALLER}: “We are sorry. We will call you back.”`,
    `the SMS to ${CALLER} has arrived`,
    `a callback to ${CALLER} for the queue Supervisors`,
    'to the chat group: “Somebody is unhappy.”',
    'Grace Moss takes the callback',
    `Grace Moss calls ${CALLER} back`,
    `${CALLER} answers Grace Moss`,
    'the callback is over',
  ])
    expect(story).toContain(line);
});

test.each([-20, 0, 100, 'NOT_SET'] as const)('with a sentiment of %s nothing is sent', async (score) => {
  const { org } = await unhappyCall({ score });
  expect(org.sms.messages).toEqual([]);
  expect(org.callbacks.all).toEqual([]);
});

test.each([
  ['that nobody analysed', undefined],
  ['whose analysis is not ready', minutes(5)],
])('a call %s answers 404', async (_, after) => {
  const org = await localOrg(app, { has: staff });
  const call = org.call({ from: CALLER, to: NUMBER });
  if (after) call.sentiment(-60, { after });
  await call.end({ agentAnswersAfter: seconds(20), wrapUp: 'Resolved' });

  expect(failures(org)).toEqual([`There is no analysis of a conversation ${call.conversationId}.`]);
  expect(org.sms.messages).toEqual([]);
});

test('the after-call work of the callback does not start the workflow again', async () => {
  const { org } = await unhappyCall();
  const acws = org.events.flatMap((event) =>
    event.type === 'event.published' && event.topic.endsWith('.acw') ? [event.event['mediaType']] : [],
  );

  expect(acws).toEqual(['VOICE', 'CALLBACK']);
  expect(org.events.filter(({ type }) => type === 'trigger.launched')).toHaveLength(1);
});

describe('people', () => {
  test('who has opted out gets no SMS; the platform refuses it', async () => {
    const { org, call } = await unhappyCall({ prepare: (there) => there.person(CALLER, { optedOut: true }) });
    expect(org.sms.messages).toEqual([]);
    expect(call.timeline(300)).toContain(`no SMS to ${CALLER}: the recipient ${CALLER} has opted out of messages`);
    expect(failures(org)).toEqual([`The recipient ${CALLER} has opted out of messages.`]);
  });

  test.each([
    ['rejected', 'failed'],
    ['undelivered', 'delivery-failed'],
  ] as const)('messages to somebody can be %s', async (messages, status) => {
    const { org } = await unhappyCall({ prepare: (there) => there.person(CALLER, { messages }) });
    expect(org.sms.to(CALLER)).toMatchObject([{ status, problem: expect.any(String) as string }]);
  });

  test('who is busy first is reached when an agent calls again', async () => {
    const { org } = await unhappyCall({
      settings: {
        callbackAgents: {
          answersAfter: seconds(5),
          talksFor: seconds(30),
          wrapsUpIn: seconds(5),
          tries: 2,
          triesAgainAfter: minutes(10),
        },
      },
      prepare: (there) => there.person(CALLER, { calls: [{ busy: true }, { answersAfter: seconds(3) }] }),
    });
    const [callback] = org.callbacks.to(CALLER);
    expect(callback?.attempts).toMatchObject([{ outcome: 'busy' }, { outcome: 'answered', agent: 'Grace Moss' }]);
    expect(callback?.timeline(300)).toMatch(/is busy; again 2026-01-05 \d\d:\d\d UTC/);
  });
});

describe('org.callbacks', () => {
  test('one that nobody takes is due, and can be cancelled', async () => {
    const { org } = await unhappyCall({ settings: { callbackAgents: 'nobody' } });
    const [callback] = org.callbacks.due;
    expect(callback).toMatchObject({ number: CALLER, queue: 'Supervisors', state: 'waiting', scheduledAt: undefined });
    callback?.cancel();
    expect(org.callbacks.all).toMatchObject([{ state: 'ended', outcome: 'cancelled', agent: undefined }]);
    expect(() => callback?.cancel()).toThrow(new KitProblem(`the callback to ${CALLER} is over: cancelled`));
  });

  test('a scheduled one is not due', async () => {
    const org = await localOrg(app, { has: staff });
    const [queue] = org.runtime.org.all('queue');
    const at = new Date(org.clock.now() + 3_600_000);
    await org.fetch('https://api.example/api/v2/conversations/callbacks', {
      method: 'POST',
      body: JSON.stringify({
        callbackNumbers: [CALLER],
        queueId: queue?.id,
        callbackScheduledTime: at.toISOString(),
        data: { reason: 'invoice' },
      }),
    });
    expect(org.callbacks).toHaveScheduled(CALLER, { at, queue: 'Supervisors' });
    expect(org.callbacks.scheduled).toMatchObject([{ scheduledAt: at, data: { reason: 'invoice' } }]);
    expect(org.callbacks.due).toEqual([]);
    await org.waits(minutes(61));
    expect(org.callbacks.due).toHaveLength(1);
  });
});

/** What a matcher says when it fails. */
function messageOf(assertion: () => void): string {
  try {
    assertion();
  } catch (problem) {
    return problem instanceof Error ? problem.message : String(problem);
  }
  throw new Error('the assertion should have failed');
}

describe('a matcher that fails says what was there instead', () => {
  test('of messages', async () => {
    const { org } = await unhappyCall();
    expect(messageOf(() => expect(org.sms).toHaveReceived(CALLER, /happy birthday/i))).toBe(
      `expected ${CALLER} to have received /happy birthday/i (SMS); there are\n\n  to ${CALLER} (delivery-success) “We are sorry. We will call you back.”`,
    );
    expect(messageOf(() => expect(org.emails).toHaveReceived('ada@example.org'))).toContain('no messages');
    expect(messageOf(() => expect(org.sms).not.toHaveReceivedOnce(CALLER))).toContain(`expected not ${CALLER}`);
  });

  test('of callbacks', async () => {
    const { org } = await unhappyCall({ prepare: (there) => there.person(CALLER, { calls: [{}] }) });
    expect(messageOf(() => expect(org.callbacks).toHaveReached(CALLER))).toBe(
      `expected a callback to have reached ${CALLER}; there are\n\n  to ${CALLER} in the queue 'Supervisors', as soon as possible: notReached by Grace Moss`,
    );
    expect(messageOf(() => expect(org.callbacks).toHaveScheduled('+15550199', { queue: 'Sales' }))).toContain(
      "a callback to +15550199 in the queue 'Sales'; there are",
    );
  });

  test('of something else', async () => {
    const { org } = await unhappyCall();
    expect(messageOf(() => expect(org.sms).toHaveReached(CALLER))).toContain('this matcher is for callbacks');
    expect(messageOf(() => expect(org.sms).toHaveReceived({ text: 'sorry' }))).toContain('who got the message?');
  });
});

test.each([-101, 101, Number.NaN])('a sentiment of %d is refused', async (score) => {
  const org = await localOrg(app, { has: staff });
  const call = org.call({ from: CALLER, to: NUMBER });
  expect(() => call.sentiment(score)).toThrow(KitProblem);
});
