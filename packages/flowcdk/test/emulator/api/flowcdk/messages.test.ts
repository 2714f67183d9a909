import { localOrg } from '../../private/local-org';

const text = { fromAddress: '+15550100', toAddress: '+33142685300', toAddressMessengerType: 'sms', textBody: 'Hello' };
const email = {
  senderType: 'Outbound',
  fromAddress: { email: 'support@example.org' },
  toAddresses: [{ email: 'ada@example.org' }],
  textBody: 'Thank you.',
};

/** An org that has sent two text messages and an e-mail. */
async function withMessages() {
  const org = localOrg();
  await org.post('/api/v2/conversations/messages/agentless', text);
  await org.post('/api/v2/conversations/messages/agentless', { ...text, toAddress: '+442079460999' });
  await org.post('/api/v2/conversations/emails/agentless', email);
  return org;
}

test.each([
  ['', 3],
  ['channel=sms', 2],
  ['to=%2B442079460999', 1],
  ['channel=email&to=%2B442079460999', 0],
  ['conversationId=none', 0],
])('the messages of ?%s are %d', async (query, total) => {
  const org = await withMessages();

  expect((await org.get(`/flowcdk/messages?${query}`)).body).toMatchObject({ total });
});

test('a message tells every state that it had', async () => {
  const org = await withMessages();
  await org.wait(1_500);

  expect((await org.get('/flowcdk/messages?channel=email')).body).toMatchObject({
    entities: [
      {
        status: 'sent',
        states: [
          { status: 'queued', at: '2026-11-21T08:00:00.000Z' },
          { status: 'sent', at: '2026-11-21T08:00:01.000Z' },
        ],
      },
    ],
  });
});
