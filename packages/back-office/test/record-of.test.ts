import fc from 'fast-check';
import { channelOf, DEFAULT_TITLE, handleOf, recordOf } from '../src/record/record-of';
import type { FinishedCall } from '../src/inbox/finished-call';

const call: FinishedCall = {
  conversationId: 'c',
  eventTime: new Date('2026-11-21T11:59:00Z'),
  direction: 'inbound',
  mediaType: 'voice',
  ani: undefined,
  subject: undefined,
  wrapupCode: undefined,
  userId: undefined,
};
const nothing = { customerId: null, agentName: null, wrapupName: null };

test.each([
  ['callback', 'VOICE'],
  ['chat', 'CHAT'],
  ['cobrowse', 'OTHER'],
  ['email', 'EMAIL'],
  ['message', 'SMS'],
  ['screen share', 'VIDEO'],
  ['screenshare', 'VIDEO'],
  ['SCREENSHARE', 'VIDEO'],
  ['unknown', 'OTHER'],
  ['video', 'VIDEO'],
  ['voice', 'VOICE'],
  ['VOICE', 'VOICE'],
  ['INTERNALMESSAGE', 'OTHER'],
  ['constructor', 'OTHER'],
  [undefined, 'OTHER'],
])('the media type %s is the channel %s', (mediaType, channel) => {
  expect(channelOf(mediaType)).toBe(channel);
});

test.each([
  ['inbound', 'INBOUND'],
  ['Outbound', 'OUTBOUND'],
])('the direction %s is %s', (direction, expected) => {
  expect(recordOf({ ...call, direction }, nothing)).toMatchObject({ direction: expected });
});

test.each([
  ['UNKNOWN', 'direction "UNKNOWN" is unknown: inbound and outbound are allowed'],
  [undefined, 'direction is missing: inbound and outbound are allowed'],
])('the direction %s makes no record', (direction, problem) => {
  expect(recordOf({ ...call, direction }, nothing)).toEqual({ problem });
});

test.each([
  ['tel:+33142685300', '+33142685300'],
  ['+33142685300', '+33142685300'],
  ['sip:ada@example.com', 'sip:ada@example.com'],
  ['anonymous', 'anonymous'],
  [undefined, null],
])('the caller %s has the handle %s', (ani, handle) => {
  expect(handleOf(ani)).toBe(handle);
});

test('every combination gives a whole record or a problem, and nothing of it is left out', () => {
  const word = fc.option(fc.string({ unit: 'binary', maxLength: 30 }), { nil: undefined });
  const direction = fc.oneof(fc.constantFrom('inbound', 'OUTBOUND', 'UNKNOWN', undefined), word);
  fc.assert(
    fc.property(direction, word, word, word, (direction, mediaType, subject, ani) => {
      const record = recordOf({ ...call, direction, mediaType, subject, ani }, nothing);
      const isAllowed = ['inbound', 'outbound'].includes(direction?.toLowerCase() ?? '');
      expect('problem' in record).toBe(!isAllowed);
      if ('problem' in record) return;
      expect(Object.keys(record)).toHaveLength(13);
      expect(record.title).toBe(subject ?? DEFAULT_TITLE);
      expect(['VOICE', 'CHAT', 'EMAIL', 'SMS', 'VIDEO', 'OTHER']).toContain(record.channel);
    }),
    { seed: 15 },
  );
});
