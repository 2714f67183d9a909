import { messageFlowYaml } from '../../private/flows';
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

describe('a customer writes', () => {
  async function withFlow() {
    const org = localOrg();
    const number = await org.create('/api/v2/routing/sms/phonenumbers', {
      phoneNumber: '+15550100',
      phoneNumberType: 'local',
      countryCode: 'US',
    });
    const { flow } = await org.publish(messageFlowYaml('Texts'));
    await org.put(`/api/v2/routing/message/recipients/${number}`, { flow: { id: flow?.id } });
    return org;
  }
  const message = { from: '+33142685300', to: '+15550100', text: 'Hello' };

  test('to a number, and the message can be read', async () => {
    const org = await withFlow();
    const { status, body } = await org.post('/flowcdk/messages', message);
    const { id } = body as { readonly id: string };

    expect({ status, body }).toMatchObject({ status: 201, body: message });
    for (const query of ['', '?from=%2B33142685300', `?conversationId=${id}`])
      expect((await org.get(`/flowcdk/messages/received${query}`)).body).toMatchObject({ entities: [message] });
    expect((await org.get('/flowcdk/messages/received?from=%2B1')).body).toMatchObject({ total: 0 });
  });

  test('to a number of nobody', async () => {
    const org = await withFlow();
    expect(await org.post('/flowcdk/messages', { ...message, to: '+15550199' })).toMatchObject({
      status: 404,
      body: { message: 'Nobody answers: +15550199 is no SMS number of this org; its numbers: +15550100.' },
    });
  });

  test('only from a number', async () => {
    const org = await withFlow();
    expect(await org.post('/flowcdk/messages', { ...message, from: 'anonymous' })).toMatchObject({
      status: 400,
      body: { message: expect.stringContaining("from is 'anonymous'; expected a number in E.164") as string },
    });
  });

  test('only SMS', async () => {
    const org = await withFlow();
    expect((await org.post('/flowcdk/messages', { ...message, channel: 'whatsapp' })).status).toBe(400);
  });
});
