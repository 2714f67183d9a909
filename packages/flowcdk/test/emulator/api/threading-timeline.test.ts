import { messageFlowYaml } from '../private/flows';
import { localOrg } from '../private/local-org';

const path = '/api/v2/conversations/messaging/threadingtimeline';

/** The minutes of SMS, and of another messenger. */
const minutesOf = (body: unknown) => {
  const { settings } = body as {
    readonly settings: readonly { readonly messengerType: string; readonly timeoutInMinutes: number }[];
  };
  return ['sms', 'whatsapp'].map(
    (type) => settings.find(({ messengerType }) => messengerType === type)?.timeoutInMinutes,
  );
};

test('every messenger has 72 hours until somebody says otherwise', async () => {
  const { body } = await localOrg().get(path);

  expect(minutesOf(body)).toEqual([4_320, 4_320]);
  expect(body).toMatchObject({ defaultTimeoutMinutes: 4_320 });
});

test('a change replaces all of them', async () => {
  const org = localOrg();
  const set = async (...settings: readonly object[]) => minutesOf((await org.put(path, { settings })).body);

  expect(await set({ messengerType: 'sms', timeoutInMinutes: 60 })).toEqual([60, 4_320]);
  expect(await set({ messengerType: 'whatsapp', timeoutInMinutes: 0 })).toEqual([4_320, 0]);
  expect(minutesOf((await org.get(path)).body)).toEqual([4_320, 0]);
});

test.each([
  ['more than 72 hours', { messengerType: 'sms', timeoutInMinutes: 4_321 }],
  ['a messenger that is none', { messengerType: 'pigeon', timeoutInMinutes: 60 }],
])('%s is refused', async (_, setting) => {
  expect((await localOrg().put(path, { settings: [setting] })).status).toBe(400);
});

test.each([
  [59, true],
  [60, false],
])('with an hour, a message after %d minutes goes on with the conversation: %s', async (minutes, same) => {
  const org = localOrg();
  const number = await org.create('/api/v2/routing/sms/phonenumbers', {
    phoneNumber: '+15550100',
    phoneNumberType: 'local',
    countryCode: 'US',
  });
  const { flow } = await org.publish(messageFlowYaml('Texts'));
  await org.put(`/api/v2/routing/message/recipients/${number}`, { flow: { id: flow?.id } });
  await org.put(path, { settings: [{ messengerType: 'sms', timeoutInMinutes: 60 }] });
  const write = () => org.create('/flowcdk/messages', { from: '+33142685300', to: '+15550100', text: 'Hello' });
  const first = await write();
  await org.wait(minutes * 60_000);

  expect((await write()) === first).toBe(same);
});
