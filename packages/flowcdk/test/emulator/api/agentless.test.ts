import { localOrg, messageOf } from '../private/local-org';

const sms = '/api/v2/conversations/messages/agentless';
const emails = '/api/v2/conversations/emails/agentless';

const text = { fromAddress: '+15550100', toAddress: '+33142685300', toAddressMessengerType: 'sms', textBody: 'Hello' };
const email = {
  senderType: 'Outbound',
  fromAddress: { email: 'support@example.org', name: 'Support' },
  toAddresses: [{ email: 'ada@example.org' }],
  subject: 'Your call',
  textBody: 'Thank you.',
};

test('an SMS is taken, leaves and arrives', async () => {
  const org = localOrg();
  const { status, body } = await org.post(sms, text);
  const { id } = body as { readonly id: string };

  expect({ status, body }).toMatchObject({
    status: 202,
    body: {
      fromAddress: '+15550100',
      toAddress: '+33142685300',
      messengerType: 'sms',
      textBody: 'Hello',
      conversationId: expect.any(String) as string,
      timestamp: '2026-11-21T08:00:00.000Z',
    },
  });
  const state = async () =>
    ((await org.get(`/api/v2/conversations/messages/${id}/details`)).body as { readonly status: string }).status;
  expect(await state()).toBe('queued');
  await org.wait(1_000);
  expect(await state()).toBe('sent');
  await org.wait(2_000);
  expect(await state()).toBe('delivery-success');
  expect(org.org.get('sentMessage', id)?.states.map(({ status: each }) => each)).toEqual([
    'queued',
    'sent',
    'delivery-success',
  ]);
});

test('its conversation is of the medium MESSAGE, and over at once', async () => {
  const org = localOrg();
  const { conversationId } = (await org.post(sms, text)).body as { readonly conversationId: string };

  expect((await org.get(`/api/v2/conversations/${conversationId}`)).body).toMatchObject({
    state: 'disconnected',
    participants: [{ messages: [{ toAddress: { addressNormalized: '+33142685300' } }] }],
  });
  expect(org.runtime.log.events.filter(({ type }) => type === 'event.published')).toMatchObject([
    { event: { mediaType: 'MESSAGE', addressFrom: '+15550100', addressTo: '+33142685300', messageType: 'SMS' } },
    { event: { mediaType: 'MESSAGE', disconnectType: 'SYSTEM' } },
  ]);
});

test.each([
  ['with 765 characters', { textBody: 'x'.repeat(765) }, 202],
  ['with more', { textBody: 'x'.repeat(766) }, 400],
  ['of another channel with 2,000', { toAddressMessengerType: 'open', textBody: 'x'.repeat(2_000) }, 202],
  ['of another channel with more', { toAddressMessengerType: 'open', textBody: 'x'.repeat(2_001) }, 400],
  ['without a text', { textBody: '' }, 400],
  ['to a number that is not E.164', { toAddress: '0142685300' }, 400],
  ['to letters', { toAddress: '+33abc' }, 400],
  ['to nobody', { toAddress: undefined }, 400],
  ['from a number that is not E.164', { fromAddress: '+1' }, 400],
  ['from a short code', { fromAddress: '12345' }, 202],
  ['from its own recipient', { fromAddress: '+33142685300' }, 400],
  ['of a channel that is not there', { toAddressMessengerType: 'pigeon' }, 400],
  ['by WhatsApp without a template', { toAddressMessengerType: 'whatsapp' }, 400],
  ['by WhatsApp with one', { toAddressMessengerType: 'whatsapp', messagingTemplate: { responseId: 'x' } }, 202],
])('a message %s', async (_, body, status) => {
  const org = localOrg();

  expect((await org.post(sms, { ...text, ...body })).status).toBe(status);
  expect(org.org.all('sentMessage')).toHaveLength(status === 202 ? 1 : 0);
});

test('whoever has opted out gets nothing, and the log says so', async () => {
  const org = localOrg();
  await org.put('/flowcdk/people/%2B33142685300', { optedOut: true });
  const answer = await org.post(sms, text);

  expect(answer).toMatchObject({ status: 400, body: { code: 'recipient.opted.out' } });
  expect(messageOf(answer)).toBe('The recipient +33142685300 has opted out of messages.');
  expect(org.runtime.log.events.map(({ type }) => type)).toContain('message.refused');
});

test('an e-mail is taken and arrives', async () => {
  const org = localOrg();
  const { status, body } = await org.post(emails, email);
  await org.wait(5_000);

  expect({ status, body }).toMatchObject({
    status: 202,
    body: { senderType: 'Outbound', subject: 'Your call', dateCreated: '2026-11-21T08:00:00.000Z' },
  });
  expect((await org.get('/flowcdk/messages?channel=email')).body).toMatchObject({
    entities: [{ to: 'ada@example.org', from: 'support@example.org', fromName: 'Support', status: 'delivery-success' }],
  });
});

test.each([
  ['to nobody', { toAddresses: [] }],
  ['to two people', { toAddresses: [{ email: 'a@example.org' }, { email: 'b@example.org' }] }],
  ['to what is no address', { toAddresses: [{ email: 'ada' }] }],
  ['without a text', { textBody: undefined }],
  ['from what is no address', { fromAddress: { email: 'support@' } }],
])('an e-mail %s is refused', async (_, body) => {
  const org = localOrg();

  expect((await org.post(emails, { ...email, ...body })).status).toBe(400);
  expect(org.org.all('sentMessage')).toEqual([]);
});

test('an org with SMS numbers sends only from these', async () => {
  const org = localOrg();
  const warned = await org.post(sms, text);
  expect(warned.headers['flowcdk-warning']).toContain('no SMS numbers');
  const number = { phoneNumber: '+15550100', phoneNumberType: 'local', countryCode: 'US' };
  await org.post('/api/v2/routing/sms/phonenumbers', number);
  expect((await org.post('/api/v2/routing/sms/phonenumbers', number)).status).toBe(409);

  const own = await org.post(sms, text);
  expect(own.status).toBe(202);
  expect(own.headers['flowcdk-warning']).toBeUndefined();
  const foreign = await org.post(sms, { ...text, fromAddress: '+15550111' });
  expect(foreign.status).toBe(400);
  expect(messageOf(foreign)).toBe('fromAddress: +15550111 is no SMS number of this org; there are +15550100');
});

test.each([
  ['conversation:message:create', 202],
  ['conversation:callback:create', 403],
])('a client whose role has %s is answered %d', async (permission, status) => {
  const org = localOrg({ enforcePermissions: true });
  const roleId = await org.create('/api/v2/authorization/roles', { name: 'Some', permissions: [permission] });
  const client = await org.post('/api/v2/oauth/clients', {
    name: 'Client',
    authorizedGrantType: 'CLIENT-CREDENTIALS',
    roleDivisions: [{ roleId }],
  });
  const { id, secret } = client.body as { readonly id: string; readonly secret: string };
  const { body } = await org.send('POST', '/oauth/token', 'grant_type=client_credentials', {
    authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`,
  });
  const answer = await org.send('POST', sms, JSON.stringify(text), {
    authorization: `Bearer ${(body as { readonly access_token: string }).access_token}`,
    'content-type': 'application/json',
  });

  expect(answer.status).toBe(status);
  if (status === 403) expect(messageOf(answer)).toContain('conversation:message:create');
});
