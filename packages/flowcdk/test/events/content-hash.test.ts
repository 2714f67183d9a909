import { hashOfFrame } from '../../src/events/content-hash';

const frame = (state: string, others: object = {}): string =>
  JSON.stringify({
    topicName: 'v2.routing.queues.1.conversations',
    ...others,
    eventBody: { id: '1', state, metadata: { of: 'the caller' } },
    metadata: { CorrelationId: 'c' },
  });

test('an event has one hash on every channel, whatever else the frame says', () => {
  expect(hashOfFrame(frame('alerting', { version: '3', channel: 'second' }))).toBe(hashOfFrame(frame('alerting')));
});

test.each([
  ['a part of the event', frame('connected')],
  ['what the event calls its metadata', frame('alerting').replace('the caller', 'the agent!')],
  ['a frame without metadata', '{"topicName":"v2.users.1.presence","eventBody":{"id":"1"}}'],
])('%s makes another hash', (_, other) => {
  expect(hashOfFrame(other)).not.toBe(hashOfFrame(frame('alerting')));
});
