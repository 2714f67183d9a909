import {
  conversationAcw,
  conversationAttributes,
  conversationCustomerEnd,
  conversationWrapup,
  type EventOf,
  inboundWebhook,
  topicByName,
  topics,
} from '../../src/triggers';
import { topicOfEvent } from '../../src/process-automation/topic-table';

test('the conversation topics are those of the platform', () => {
  const suffixes = topics.map(({ name }) => /^v2\.detail\.events\.conversation\.\{id\}\.(.+)$/.exec(name)?.[1]);

  expect(suffixes.filter((suffix) => suffix !== undefined).sort()).toEqual([
    'acd.end',
    'acd.start',
    'acw',
    'attributes',
    'contact',
    'customer.end',
    'customer.start',
    'flow.end',
    'flow.outcome',
    'flow.start',
    'outbound',
    'user.end',
    'user.start',
    'voicemail.end',
    'voicemail.start',
    'wrapup',
  ]);
});

test('no two topics have one name', () => {
  expect(new Set(topics.map(({ name }) => name)).size).toBe(topics.length);
});

test('a topic is found by its name, with the placeholder', () => {
  expect(topicByName('v2.detail.events.conversation.{id}.acw')).toBe(conversationAcw);
  expect(topicByName('v2.detail.events.conversation.{id}.voice')).toBeUndefined();
});

test('the topic of an event is found by the name with an id', () => {
  expect(topicOfEvent('v2.detail.events.conversation.7f3a.customer.end')).toBe(conversationCustomerEnd);
  expect(topicOfEvent('v2.integrations.inbound.webhook.7f3a.invocation')).toBe(inboundWebhook);
  expect(topicOfEvent('v2.detail.events.conversation.a.b.acw')).toBeUndefined();
});

test('after-call work names the user, a wrap-up does not, and neither says how the call ended', () => {
  expect(conversationAcw.fields).toHaveProperty('userId');
  expect(conversationWrapup.fields).not.toHaveProperty('userId');
  expect(conversationAcw.fields).not.toHaveProperty('disconnectType');
});

test('an event of participant data has no media type of its own', () => {
  expect(conversationAttributes.fields).not.toHaveProperty('mediaType');
});

test('an event is typed by its topic', () => {
  const event: EventOf<typeof conversationAcw> = {
    eventTime: 1760000000000,
    conversationId: 'c',
    participantId: 'p',
    sessionId: 's',
    mediaType: 'VOICE',
    direction: 'INBOUND',
    ani: 'tel:+3725550100',
    userId: 'u',
    wrapupDurationMs: 8123,
  };
  // @ts-expect-error media types are upper case
  const wrong: EventOf<typeof conversationAcw>['mediaType'] = 'voice';

  expect([event.mediaType, wrong]).toEqual(['VOICE', 'voice']);
});

test('what a payload nobody published holds is open', () => {
  const event: EventOf<typeof inboundWebhook> = { anything: [1, 2] };

  expect(inboundWebhook.fields).toBeUndefined();
  expect(event).toBeDefined();
});
