import { callTo, eventOn, pass, topicsOf } from '../private/calls';
import { failed, orgWith, transferring } from '../private/transferring';

describe('a transfer that works ends the flow', () => {
  test('users have sessions that events tell of: alerted, and how long they talked', () => {
    const org = orgWith({ Ada: { answersAfter: 4_000, talksFor: 20_000 } });
    transferring(org, `- transferToUser: { name: Go, targetUser: { exp: 'FindUser("ada@local.example")' } }`);
    expect(eventOn(org, 'user.end')).toMatchObject({
      alertingDurationMs: 4_000,
      interactingDurationMs: 20_000,
      disconnectType: 'CLIENT',
    });
    expect(topicsOf(org)).toEqual([
      'customer.start',
      'flow.start',
      'user.start',
      'flow.end',
      'user.end',
      'customer.end',
    ]);
  });

  test('who hangs up while it rings ends the ringing, too', () => {
    const org = orgWith({ Ada: { answersAfter: 30_000 } });
    const placed = callTo(org, {
      actions: [`- transferToUser: { name: Go, targetUser: { exp: 'FindUser("ada@local.example")' } }`],
    });
    pass(org, 10);
    placed.hangUp();
    org.clock.runNow();
    expect(org.events('transfer.answered')).toEqual([]);
    expect(org.events('audio.ended')).toMatchObject([{ text: '(ringing)', heard: 10_000, cutOffBy: 'hangUp' }]);
    expect(eventOn(org, 'user.end')).toMatchObject({ disconnectType: 'PEER', alertingDurationMs: 10_000 });
    expect(eventOn(org, 'flow.end')).toMatchObject({ exitReason: 'DISCONNECT' });
  });
});

describe('a transfer that fails says why, and the flow goes on', () => {
  test('a user who talks to somebody else is busy', () => {
    const org = orgWith();
    org.runtime.acd.agents.set(org.org.all('user')[0]?.id ?? '', 'INTERACTING');
    transferring(
      org,
      `- transferToUser: { name: Go, targetUser: { exp: 'FindUser("ada@local.example")' }, ${failed} }`,
    );
    expect(org.heard().at(-1)).toBe('busy: the line is busy');
  });
});
