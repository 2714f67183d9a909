import { callTo, pass } from '../private/calls';
import { failed, NIGHT, orgWith, transferring, variables } from '../private/transferring';

describe('a transfer that works ends the flow', () => {
  test('the caller may end it, too', () => {
    const org = orgWith();
    const placed = callTo(org, { actions: [`- transferToNumber: { name: Go, targetNumber: { lit: "${NIGHT}" } }`] });
    org.clock.runNow(() => org.events('transfer.answered').length > 0);
    pass(org, 10);
    placed.hangUp();
    expect(placed.conversation.participants.map((party) => [party.purpose, party.disconnectType])).toEqual([
      ['customer', 'ENDPOINT'],
      ['ivr', 'TRANSFER'],
      ['external', 'PEER'],
    ]);
  });
});

describe('a transfer that fails says why, and the flow goes on', () => {
  const number = (more = '', target = `{ lit: "${NIGHT}" }`): string =>
    `- transferToNumber: { name: Go, targetNumber: ${target}, ${more} ${failed} }`;

  test('the time somebody is rung may be said by the flow', () => {
    const org = orgWith({ [NIGHT]: {} });
    callTo(org, {
      variables,
      settings: ['settingsActionDefaults: { transferToNumber: { connectTimeout: { lit: { seconds: 9 } } } }'],
      actions: [number()],
    });
    org.clock.runNow();
    expect(org.events('audio.ended').find(({ text }) => text === '(ringing)')).toMatchObject({ heard: 9_000 });
  });

  test.each([
    ['NOT_SET', '{ exp: Flow.number }', 'target.not.set: the number is NOT_SET'],
    ['no number', `{ exp: '"nowhere"' }`, "invalid.number: 'nowhere' is no number that can be called"],
  ])('a number that is %s', (_, target, why) => {
    const org = orgWith();
    transferring(org, number('', target));
    expect(org.heard()).toEqual(['Moment', 'Sorry', why]);
  });
});
