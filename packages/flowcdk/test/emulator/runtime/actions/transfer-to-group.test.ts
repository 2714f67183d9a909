import { orgWith, transferring } from '../private/transferring';

describe('a transfer that works ends the flow', () => {
  test('in a group everybody is rung; who answers first has the call', () => {
    const org = orgWith({ Ada: { answersAfter: 6_000 }, Ben: { answersAfter: 2_000, talksFor: 1_000 } });
    const placed = transferring(org, `- transferToGroup: { name: Go, targetGroup: { exp: 'ToGroup("Night shift")' } }`);
    expect(org.events('transfer.started')).toMatchObject([{ to: 'Ben' }]);
    expect(placed.conversation.participants.filter(({ purpose }) => purpose === 'user')).toMatchObject([
      { name: 'Ada', disconnectType: 'PEER' },
      { name: 'Ben', disconnectType: 'CLIENT' },
    ]);
  });
});
