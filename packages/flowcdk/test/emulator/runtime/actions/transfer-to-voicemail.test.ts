import { callTo, eventOn, pass, topicsOf } from '../private/calls';
import { orgWith, transferring } from '../private/transferring';

describe('to voicemail', () => {
  const mail = (destination: string): string =>
    `- transferToVoicemail: { name: Leave, destination: { ${destination} } }`;
  const toQueue =
    'queue: { targetQueue: { lit: { name: Support } }, callbackNumber: { noValue: true }, voicemailGreeting: { tts: After the tone } }';

  test('the caller hears the greeting and speaks until they hang up; a queue gets a callback', () => {
    const org = orgWith();
    const placed = callTo(org, { actions: [mail(toQueue)] });
    org.clock.runNow(() => org.heard().includes('After the tone'));
    pass(org, 20);
    placed.hangUp();
    expect(eventOn(org, 'flow.end')).toMatchObject({ transferType: 'ACD_VOICEMAIL' });
    expect(eventOn(org, 'voicemail.start')).toMatchObject({ mediaType: 'VOICE', queueId: expect.any(String) });
    expect(eventOn(org, 'voicemail.end')).toMatchObject({ disconnectType: 'PEER', voicemailDurationMs: 20_000 });
    expect(org.org.all('callback')).toMatchObject([{ callbackNumbers: ['tel:+33142685300'] }]);
    expect(topicsOf(org).slice(-2)).toEqual(['voicemail.end', 'customer.end']);
  });

  test('the callback has the name and the number that the flow says', () => {
    const org = orgWith();
    const others = toQueue.replace(
      'callbackNumber: { noValue: true }',
      `callbackNumber: { exp: 'ToPhoneNumber("+4930123456")' }, calleeName: { lit: Grace }`,
    );
    const placed = callTo(org, { actions: [mail(others)] });
    org.clock.runNow(() => org.heard().includes('After the tone'));
    pass(org, 20);
    placed.hangUp();
    expect(org.org.all('callback')).toMatchObject([
      { callbackNumbers: ['tel:+4930123456'], callbackUserName: 'Grace' },
    ]);
  });

  test('a message is no longer than three minutes', () => {
    const org = orgWith();
    transferring(org, mail('user: { targetUser: { exp: \'FindUser("ada@local.example")\' } }'));
    expect(eventOn(org, 'voicemail.end')).toMatchObject({ voicemailDurationMs: 180_000, disconnectType: 'SYSTEM' });
    expect(eventOn(org, 'flow.end')).toMatchObject({ transferType: 'USER_VOICEMAIL' });
  });

  test('who hangs up during the greeting leaves nothing', () => {
    const org = orgWith();
    const placed = callTo(org, { actions: [mail(toQueue)] });
    pass(org, 0.1);
    placed.hangUp();
    expect(org.events('voicemail.left')).toEqual([]);
    expect(org.org.all('callback')).toEqual([]);
    expect(eventOn(org, 'voicemail.end')).toMatchObject({ voicemailDurationMs: 0 });
  });

  test.each([
    ['transferToUser', 'targetUser: { exp: \'FindUser("ada@local.example")\' }', 'USER_VOICEMAIL'],
    ['transferToGroup', 'targetGroup: { exp: \'ToGroup("Nobody")\' }', 'GROUP_VOICEMAIL'],
  ])('%s goes to voicemail where nobody answers, if it may', (kind, target, transferType) => {
    const org = orgWith({ Ada: {} });
    transferring(org, `- ${kind}: { name: Go, ${target}, allowVoicemailRollover: { lit: true } }`);
    expect(eventOn(org, 'flow.end')).toMatchObject({ transferType });
  });
});
