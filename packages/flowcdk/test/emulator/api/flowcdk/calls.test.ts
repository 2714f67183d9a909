import { callFlowYaml } from '../../private/flows';
import { localOrg } from '../../private/local-org';
import { staffed } from './private/staffed';

test('the caller can say something', async () => {
  const { org, call, happened } = await staffed();
  await org.post(`${call}/speak`, { milliseconds: 700 });

  expect(await happened()).toContain('caller.spoke');
});

describe('the org calls', () => {
  const numbers = { from: '+442079460101', to: '+33142685300' };
  const greeting = `          - playAudio: { name: Greet, audio: { exp: 'ToAudioTTS(Append("Hello ", Call.Contact.FirstName))' } }`;

  async function withReminder() {
    const org = localOrg();
    await org.publish(callFlowYaml('remind', greeting).replaceAll('inboundCall', 'outboundCall'));
    return org;
  }

  test('with an outbound call flow and the contact that it talks to', async () => {
    const org = await withReminder();

    const placed = await org.post('/flowcdk/calls', { ...numbers, flow: 'remind', contact: { FirstName: 'Ada' } });
    const { body } = await org.get('/flowcdk/events');

    expect(placed).toMatchObject({ status: 201, body: { from: 'tel:+442079460101', to: 'tel:+33142685300' } });
    expect(JSON.stringify(body)).toContain('Hello Ada');
  });

  test.each([
    [{ flow: 'recall' }, 404, "there is no outbound call flow 'recall'."],
    [{ flow: 'remind', uuiData: 'x' }, 400, 'uuiData is for a call to the org; leave flow out'],
    [{ flow: 'remind', sipHeaders: {} }, 400, 'sipHeaders is for a call to the org; leave flow out'],
    [{ contact: { FirstName: 'Ada' } }, 400, 'contact is for a call that the org makes; name its flow, too'],
    [{ flow: 'remind', contact: { FirstName: 7 } }, 400, 'contact.FirstName is 7; expected a text of at most'],
  ])('%j is refused', async (body, status, message) => {
    const org = await withReminder();

    expect(await org.post('/flowcdk/calls', { ...numbers, ...body })).toMatchObject({
      status,
      body: { message: expect.stringContaining(message) as string },
    });
  });
});
