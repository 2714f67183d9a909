import { eventOn } from '../private/calls';
import { failed, orgWith, transferring } from '../private/transferring';

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

  test('a mailbox waits for nobody where somebody answers', () => {
    const org = orgWith({ Ada: { answersAfter: 2_000, talksFor: 1_000 }, Ben: {} });
    const group = `targetGroup: { exp: 'ToGroup("Night shift")' }, allowVoicemailRollover: { lit: true }`;
    transferring(org, `- transferToGroup: { name: Go, ${group} }`);
    expect(eventOn(org, 'flow.end')).toMatchObject({ transferType: 'GROUP' });
  });

  test('in a group of one, that one is rung', () => {
    const org = orgWith({ Ada: { answersAfter: 2_000, talksFor: 1_000 } });
    const ada = org.org.all('user').find(({ name }) => name === 'Ada');
    org.put('group', { name: 'Day shift', memberIds: [ada?.id ?? ''] });
    transferring(org, `- transferToGroup: { name: Go, targetGroup: { exp: 'ToGroup("Day shift")' } }`);
    expect(org.events('transfer.answered')).toMatchObject([{ to: 'Ada' }]);
  });
});

test.each([
  ['Night shift', '', 'no.answer'],
  ['Night shift', 'allowVoicemailRollover: { lit: false },', 'no.answer'],
  ['Nobody', '', "no.answer: nobody is in the group 'Nobody'"],
])('where nobody of %s answers and there is no mailbox, the flow goes on %s', (group, more, why) => {
  const org = orgWith({ Ada: {}, Ben: {} });
  transferring(org, `- transferToGroup: { name: Go, targetGroup: { exp: 'ToGroup("${group}")' }, ${more} ${failed} }`);
  expect(org.heard().at(-1)).toContain(why);
  expect(org.events('voicemail.left')).toEqual([]);
});

test('where nobody answers the mailbox of the group takes the message, if it may', () => {
  const org = orgWith({ Ada: {}, Ben: {} });
  const group = `targetGroup: { exp: 'ToGroup("Night shift")' }, allowVoicemailRollover: { lit: true }`;
  transferring(org, `- transferToGroup: { name: Go, ${group} }`);
  expect(org.events('voicemail.left')).toMatchObject([{ to: 'Night shift' }]);
});
