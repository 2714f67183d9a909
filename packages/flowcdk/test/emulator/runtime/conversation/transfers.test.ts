import type { CalleeBehaviour } from '../../../../src/emulator/runtime/settings';
import { eventOn } from '../private/calls';
import { failed, NIGHT, orgWith, transferring } from '../private/transferring';

describe('a transfer that works ends the flow', () => {
  test.each([
    ['number', `- transferToNumber: { name: Go, targetNumber: { lit: "${NIGHT}" }, ${failed} }`, 'NUMBER', 'external'],
    [
      'user',
      `- transferToUser: { name: Go, targetUser: { exp: 'FindUser("ada@local.example")' }, ${failed} }`,
      'USER',
      'user',
    ],
    [
      'group',
      `- transferToGroup: { name: Go, targetGroup: { exp: 'ToGroup("Night shift")' }, ${failed} }`,
      'GROUP',
      'user',
    ],
  ])('to a %s', (_, action, transferType, purpose) => {
    const org = orgWith({
      [NIGHT]: { answersAfter: 3_000, talksFor: 30_000 },
      Ada: { answersAfter: 2_000, talksFor: 30_000 },
      Ben: {},
    });
    const placed = transferring(org, action);
    expect(org.heard()).toEqual(['Moment', '(ringing)']);
    expect(eventOn(org, 'flow.end')).toMatchObject({
      exitReason: 'TRANSFER',
      transferType,
      disconnectType: 'TRANSFER',
    });
    const party = placed.conversation.participants.find(
      (candidate) => candidate.purpose === purpose && candidate.connectedAt !== undefined,
    );
    expect(party).toMatchObject({ connectedAt: expect.any(Number), endedAt: placed.conversation.endedAt });
    expect(org.events('call.ended')).toMatchObject([{ by: 'callee', reason: 'PEER' }]);
  });
});

describe('a transfer that fails says why, and the flow goes on', () => {
  const number = (more = '', target = `{ lit: "${NIGHT}" }`): string =>
    `- transferToNumber: { name: Go, targetNumber: ${target}, ${more} ${failed} }`;

  test.each<[what: string, action: string, callee: CalleeBehaviour, why: string, seconds: number]>([
    ['busy', number(), { busy: true }, 'busy: the line is busy', 0],
    [
      'nobody answers in the time of the action',
      number('connectTimeout: { lit: { seconds: 12 } },'),
      {},
      'no.answer: nobody answered in time',
      12,
    ],
    ['nobody answers in a minute', number(), {}, 'no.answer: nobody answered in time', 60],
    ['no number', number('', '{ exp: Flow.number }'), {}, 'target.not.set: the number is NOT_SET', 0],
    [
      'what is no number',
      number('', '{ exp: \'"Santa"\' }'),
      {},
      "invalid.number: 'Santa' is no number that can be called",
      0,
    ],
    [
      'an empty group',
      `- transferToGroup: { name: Go, targetGroup: { exp: 'ToGroup("Nobody")' }, ${failed} }`,
      {},
      "no.answer: nobody is in the group 'Nobody'",
      0,
    ],
    [
      'no queue',
      `- transferToAcd: { name: Go, targetQueue: { exp: 'ToQueue(Flow.queue)' }, ${failed} }`,
      {},
      'target.not.set: the queue is NOT_SET',
      0,
    ],
  ])('%s', (_, action, callee, why, seconds) => {
    const org = orgWith({ [NIGHT]: callee });
    const placed = transferring(org, action);
    expect(org.heard().filter((text) => text !== '(ringing)')).toEqual(['Moment', 'Sorry', why]);
    const rung = org.events('audio.ended').find(({ text }) => text === '(ringing)')?.heard ?? 0;
    expect(rung).toBe(seconds * 1000);
    expect(org.events('flow.ended')).toMatchObject([{ reason: 'disconnect' }]);
    expect(placed.ended).toBe(true);
  });
});
