import { callFlowYaml, messageFlowYaml } from '../private/flows';
import { entitiesOf, localOrg, messageOf } from '../private/local-org';

const path = '/api/v2/routing/message/recipients';
const number = { phoneNumber: '+15550100', phoneNumberType: 'local', countryCode: 'US' };

async function withNumber() {
  const org = localOrg();
  const id = await org.create('/api/v2/routing/sms/phonenumbers', number);
  const publish = async (yaml: string): Promise<string> => (await org.publish(yaml)).flow?.id ?? '';
  return { ...org, id, publish };
}

test('an SMS number is an address that customers write to, at first without a flow', async () => {
  const org = await withNumber();

  expect(entitiesOf(await org.get(path))).toEqual([
    {
      id: org.id,
      name: '+15550100',
      messengerType: 'sms',
      dateCreated: '2026-11-21T08:00:00.000Z',
      selfUri: `${path}/${org.id}`,
    },
  ]);
});

test('its messages are routed to a message flow, and to none again', async () => {
  const org = await withNumber();
  const flow = await org.publish(messageFlowYaml('Texts'));

  expect((await org.put(`${path}/${org.id}`, { flow: { id: flow } })).body).toMatchObject({
    flow: { id: flow, name: 'Texts', type: 'INBOUNDSHORTMESSAGE' },
    dateModified: '2026-11-21T08:00:00.000Z',
  });
  expect((await org.delete(`/api/v2/flows/${flow}`)).status).toBe(409);
  expect((await org.put(`${path}/${org.id}`, {})).body).not.toHaveProperty('flow');
  expect((await org.delete(`/api/v2/flows/${flow}`)).status).toBe(204);
});

test('a deleted number routes nothing', async () => {
  const org = await withNumber();
  await org.put(`${path}/${org.id}`, { flow: { id: await org.publish(messageFlowYaml('Texts')) } });
  await org.delete(`/api/v2/routing/sms/phonenumbers/${org.id}`);

  expect(entitiesOf(await org.get(path))).toEqual([]);
  expect(org.org.all('messageRecipient')).toEqual([]);
});

test.each([
  ['name=%2B1555*', 1],
  ['name=%2B44*', 0],
  ['messengerType=sms', 1],
  ['messengerType=whatsapp', 0],
])('the recipients of ?%s are %d', async (query, total) => {
  const org = await withNumber();
  expect((await org.get(`${path}?${query}`)).body).toMatchObject({ total });
});

test('only an inbound message flow that is there takes messages', async () => {
  const org = await withNumber();
  const call = await org.publish(callFlowYaml('Line'));
  const wrong = await org.put(`${path}/${org.id}`, { flow: { id: call } });
  const missing = await org.put(`${path}/${org.id}`, { flow: { id: 'none' } });

  expect([wrong.status, messageOf(wrong)]).toEqual([
    400,
    'flow: messages need an inbound message flow, not a flow of type INBOUNDCALL',
  ]);
  expect(missing.status).toBe(400);
});

test('whatsapp and other messengers are refused by name', async () => {
  const org = await withNumber();
  const { status, body } = await org.put(`${path}/${org.id}`, { messengerType: 'whatsapp' });
  expect({ status, body: JSON.stringify(body) }).toEqual({
    status: 400,
    body: expect.stringContaining('sms') as string,
  });
});
