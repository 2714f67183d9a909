import { messageFlowYaml } from '../private/flows';
import { localOrg } from '../private/local-org';

const conversations = '/api/v2/conversations';
const toSupport = `          - transferToAcd:
              name: To an agent
              targetQueue:
                lit:
                  name: Support`;

/** A customer has written, and an agent has the conversation. */
async function withAgent() {
  const org = localOrg();
  const number = await org.create('/api/v2/routing/sms/phonenumbers', {
    phoneNumber: '+15550100',
    phoneNumberType: 'local',
    countryCode: 'US',
  });
  const queue = await org.create('/api/v2/routing/queues', { name: 'Support' });
  const user = await org.create('/api/v2/users', { name: 'Grace', email: 'grace@local.example' });
  await org.post(`/api/v2/routing/queues/${queue}/members`, [{ id: user }]);
  const { flow } = await org.publish(messageFlowYaml('Texts', toSupport));
  await org.put(`/api/v2/routing/message/recipients/${number}`, { flow: { id: flow?.id } });
  const id = await org.create('/flowcdk/messages', {
    from: '+33142685300',
    to: '+15550100',
    text: 'Hello',
    name: 'Ada',
  });
  await org.post(`/flowcdk/calls/${id}/agent/answer`);
  const shown = (await org.get(`${conversations}/${id}`)).body as {
    readonly participants: readonly { readonly messages: readonly { readonly id: string }[] }[];
  };
  const session = shown.participants.at(-1)?.messages[0]?.id ?? '';
  return { ...org, id, session, shown };
}

test('a conversation of messages has its customer, the flow, the queue and the agent', async () => {
  const { shown, get, id } = await withAgent();

  expect(shown).toMatchObject({
    state: 'connected',
    participants: [
      { purpose: 'customer', name: 'Ada', messages: [{ direction: 'inbound', state: 'connected' }] },
      { purpose: 'workflow', name: 'Texts' },
      { purpose: 'acd', queueName: 'Support' },
      { purpose: 'agent', name: 'Grace', messages: [{ state: 'connected' }] },
    ],
  });
  expect((await get(`${conversations}/messages/${id}`)).body).toMatchObject({
    id,
    participants: [
      { fromAddress: { addressNormalized: '+33142685300' }, toAddress: { addressNormalized: '+15550100' } },
      {},
      {},
      { user: {} },
    ],
    selfUri: `${conversations}/messages/${id}`,
  });
});

test('the agent writes to the customer, who can be read, too', async () => {
  const org = await withAgent();
  const path = `${conversations}/messages/${org.id}`;
  const { status, body } = await org.post(`${path}/communications/${org.session}/messages`, { textBody: 'Hello, Ada' });
  const sent = body as { readonly id: string };
  const [received] = org.org.all('receivedMessage');

  expect({ status, body }).toMatchObject({
    status: 200,
    body: { textBody: 'Hello, Ada', toAddress: '+33142685300', direction: 'outbound', status: 'queued' },
  });
  expect((await org.get(`${path}/messages/${sent.id}`)).body).toMatchObject({ textBody: 'Hello, Ada' });
  expect((await org.get(`${path}/messages/${received?.id}`)).body).toMatchObject({
    textBody: 'Hello',
    direction: 'inbound',
    status: 'received',
    fromAddress: '+33142685300',
  });
  expect((await org.get(`${conversations}/messages/${received?.id}/details`)).body).toMatchObject({
    textBody: 'Hello',
  });
});

test.each([
  ['media', { textBody: 'Hello', mediaIds: ['1'] }],
  ['a template', { textBody: 'Hello', messagingTemplate: {} }],
  ['a text that is too long', { textBody: 'x'.repeat(766) }],
])('the agent cannot send %s', async (_, body) => {
  const org = await withAgent();
  const path = `${conversations}/messages/${org.id}/communications/${org.session}/messages`;
  expect((await org.post(path, body)).status).toBe(400);
});

test('nobody writes for an agent who has left', async () => {
  const org = await withAgent();
  await org.post(`/flowcdk/calls/${org.id}/agent/hangup`);
  const path = `${conversations}/messages/${org.id}/communications/${org.session}/messages`;

  expect(await org.post(path, { textBody: 'Hello' })).toMatchObject({
    status: 403,
    body: { code: 'conversation.error.forbidden.not.active.participant' },
  });
});
