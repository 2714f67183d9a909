import type { MessageRefused } from '../../../../src/emulator/runtime/messages/message-refused';
import type { NewMessage } from '../../../../src/emulator/runtime/messages/new-message';
import { Outbox } from '../../../../src/emulator/runtime/messages/outbox';
import { pass } from '../private/calls';
import { livingOrg, MONDAY_NOON } from '../private/living-org';

const TO = '+33142685300';
const sms: NewMessage = { channel: 'sms', from: '+15550100', to: TO, text: 'Hello' };
const place = { conversationId: 'call', executionId: 'run', flow: 'Remind' };
const at = (seconds: number): string => new Date(MONDAY_NOON + seconds * 1000).toISOString();

/** An org, and what its log says of messages. */
function sending(messages?: 'rejected' | 'undelivered', optedOut?: boolean) {
  const org = livingOrg();
  if (messages !== undefined || optedOut !== undefined)
    org.put('person', { id: TO, ...(messages ? { messages } : {}), ...(optedOut ? { optedOut } : {}) });
  const story = (): readonly object[] =>
    org.runtime.log.events
      .filter(({ type }) => /^(message|chat)\./.test(type))
      .map((event) => ({ ...event, after: (event.at - MONDAY_NOON) / 1000, at: undefined, number: undefined }));
  return { org, outbox: org.runtime.outbox, story, get: (id: string) => org.org.get('sentMessage', id) };
}

test('a message is queued, leaves the org, and arrives', () => {
  const { org, outbox, story, get } = sending();
  const { id } = outbox.send(sms, place);
  expect(get(id)).toMatchObject({
    ...sms,
    status: 'queued',
    states: [{ status: 'queued', at: at(0) }],
    origin: 'call',
    executionId: 'run',
    flow: 'Remind',
  });
  pass(org, 10);
  const named = { message: id, channel: 'sms', to: TO, ...place };
  expect(story()).toEqual([
    { after: 0, type: 'message.queued', ...named, from: '+15550100', text: 'Hello' },
    { after: 1, type: 'message.sent', ...named },
    { after: 3, type: 'message.delivered', ...named },
  ]);
  expect(get(id)).toMatchObject({
    status: 'delivery-success',
    states: [
      { status: 'queued', at: at(0) },
      { status: 'sent', at: at(1) },
      { status: 'delivery-success', at: at(3) },
    ],
  });
});

test('a message from nowhere has no place in the log', () => {
  const { org, outbox, story, get } = sending();
  const { id } = outbox.send(sms, {});
  pass(org, 1);
  for (const field of ['origin', 'executionId', 'flow']) expect(get(id)).not.toHaveProperty(field);
  for (const event of story())
    for (const field of ['conversationId', 'executionId', 'flow']) expect(event).not.toHaveProperty(field);
});

test('the subject of an e-mail stands in the log', () => {
  const { outbox, story } = sending();
  outbox.send({ channel: 'email', from: 'a@local.example', to: 'b@local.example', text: '', subject: 'Hi' }, {});
  expect(story()).toMatchObject([{ channel: 'email', subject: 'Hi', text: '' }]);
  expect(story()[0]).not.toHaveProperty('flow');
});

test.each([
  ['rejected', 'failed', 1, 'the carrier refused the message'],
  ['undelivered', 'delivery-failed', 3, 'the message did not reach the recipient'],
] as const)('a message that is %s', (messages, status, after, problem) => {
  const { org, outbox, story, get } = sending(messages);
  const { id } = outbox.send(sms, place);
  pass(org, 10);
  expect(story().at(-1)).toEqual({
    after,
    type: 'message.failed',
    message: id,
    channel: 'sms',
    to: TO,
    problem,
    ...place,
  });
  expect(get(id)).toMatchObject({ status, problem });
  expect(get(id)?.states.at(-1)).toEqual({ status, at: at(after) });
});

test.each<[what: string, message: Partial<NewMessage>, optedOut: boolean, code: string, problem: string]>([
  ['to whom wants none', {}, true, 'recipient.opted.out', `the recipient ${TO} has opted out of messages`],
  ['without a text', { text: '' }, false, 'bad.request', 'the text is empty'],
  [
    'with a text of 766 characters',
    { text: 'x'.repeat(766) },
    false,
    'bad.request',
    'the text has 766 characters; an SMS has at most 765',
  ],
])('an SMS %s is refused', (_, message, optedOut, code, problem) => {
  const { org, outbox, story } = sending(undefined, optedOut);
  let refused: MessageRefused | undefined;
  try {
    outbox.send({ ...sms, ...message }, place);
  } catch (error) {
    refused = error as MessageRefused;
  }
  expect(refused).toMatchObject({ code, message: problem });
  expect(story()).toEqual([{ after: 0, type: 'message.refused', channel: 'sms', to: TO, problem, ...place }]);
  expect(org.org.all('sentMessage')).toEqual([]);
});

test.each([
  ['an SMS of 765 characters', { ...sms, text: 'x'.repeat(765) }],
  ['an e-mail without a text', { ...sms, channel: 'email' as const, text: '' }],
  ['an e-mail of any length', { ...sms, channel: 'email' as const, text: 'x'.repeat(2_000) }],
])('%s is sent', (_, message) => expect(sending().outbox.send(message, {}).status).toBe('queued'));

describe('a message without an agent', () => {
  test('has a conversation of its own, which is over at once', () => {
    const { org, outbox } = sending();
    const { conversationId = '' } = outbox.send({ ...sms, toName: 'Grace' }, place);
    const conversation = org.runtime.conversations.get(conversationId);
    expect(conversation).toMatchObject({
      direction: 'OUTBOUND',
      mediaType: 'MESSAGE',
      messageType: 'SMS',
      from: sms.from,
      to: TO,
      endedAt: MONDAY_NOON,
    });
    expect(conversation?.customer).toMatchObject({
      address: TO,
      name: 'Grace',
      connectedAt: MONDAY_NOON,
      endedAt: MONDAY_NOON,
      disconnectType: 'SYSTEM',
    });
    expect(org.events('event.published').map(({ topic }) => topic.split('.').slice(-2).join('.'))).toEqual([
      'customer.start',
      'customer.end',
    ]);
  });

  test('of an unnamed customer', () => {
    const { org, outbox } = sending();
    const { conversationId = '' } = outbox.send({ ...sms, channel: 'email' }, {});
    const conversation = org.runtime.conversations.get(conversationId);
    expect(conversation).toMatchObject({ mediaType: 'EMAIL', messageType: undefined });
    expect(conversation?.customer).not.toHaveProperty('name');
  });

  test('of an SMS that follows another goes on with its conversation; of an e-mail it does not', () => {
    const { outbox } = sending();
    const ids = [sms, sms, { ...sms, channel: 'email' as const }, { ...sms, channel: 'email' as const }].map(
      (message) => outbox.send(message, {}).conversationId,
    );
    expect(ids[1]).toBe(ids[0]);
    expect(new Set(ids).size).toBe(3);
  });

  test('or with the one that it belongs to', () =>
    expect(sending().outbox.send({ ...sms, conversationId: 'c' }, {}).conversationId).toBe('c'));

  test('is forgotten some time after it', () => {
    const org = livingOrg({ settings: { keepEnded: 1 } });
    const ids = [TO, '+331', '+332'].map((to) => org.runtime.outbox.send({ ...sms, to }, {}).conversationId ?? '');
    expect(ids.map((id) => org.runtime.conversations.has(id))).toEqual([false, false, true]);
  });
});

test('what somebody writes to a chat group through a webhook is kept, without its secret', () => {
  const { outbox, story, get } = sending();
  const { id } = outbox.post('secret-id-of-a-webhook', 'Hello', place);
  expect(get(id)).toMatchObject({
    channel: 'chat',
    from: 'webhook',
    text: 'Hello',
    status: 'posted',
    states: [{ status: 'posted', at: at(0) }],
    origin: 'call',
  });
  expect(JSON.stringify(get(id))).not.toContain('secret-id-of-a-webhook');
  expect(story()).toEqual([{ after: 0, type: 'chat.posted', message: id, text: 'Hello', ...place }]);
});

test('an org that begins again goes on with the messages on their way', () => {
  const { org, outbox, get } = sending();
  const states = [{ status: 'queued', at: at(0) }] as const;
  const put = (id: string, status: string): unknown => org.put('sentMessage', { ...sms, id, status, states } as never);
  put('queued', 'queued');
  put('sent', 'sent');
  put('failed', 'failed');
  new Outbox(org.runtime as never).resume();
  pass(org, 1);
  expect(['queued', 'sent', 'failed'].map((id) => get(id)?.status)).toEqual(['sent', 'sent', 'failed']);
  pass(org, 1);
  expect(get('sent')?.status).toBe('delivery-success');
  pass(org, 1);
  expect(get('queued')?.status).toBe('delivery-success');
  expect(outbox).toBeDefined();
});

test('a message that was deleted meanwhile goes nowhere', () => {
  const { org, outbox, story } = sending();
  const { id } = outbox.send(sms, {});
  org.org.remove('sentMessage', id);
  pass(org, 10);
  expect(story()).toHaveLength(1);
});
