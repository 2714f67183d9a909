import { notificationsOf } from '../../../../src/emulator/notifications/notifications';
import { localOrg } from '../../private/local-org';

/** An org with one channel, whose socket is open. */
async function connected() {
  const org = localOrg();
  const { id } = (await org.post('/api/v2/notifications/channels', {})).body as { readonly id: string };
  const frames: string[] = [];
  const ends: string[] = [];
  notificationsOf(org.runtime).connect(id, {
    send: (text) => frames.push(text),
    close: (code) => ends.push(String(code)),
    cut: () => ends.push('cut'),
  });
  return { org, id, frames, ends };
}

test('a cut ends the socket without a closing frame; the channel stays', async () => {
  const { org, id, ends } = await connected();

  expect((await org.post('/flowcdk/notification-faults', { fault: 'cut' })).body).toEqual({ sockets: 1 });
  expect(ends).toEqual(['cut']);
  expect((await org.send('HEAD', `/api/v2/notifications/channels/${id}`)).status).toBe(200);
});

test('a mute socket stays open and says nothing', async () => {
  const { org, frames, ends } = await connected();
  await org.post('/flowcdk/notification-faults', { fault: 'mute' });
  await org.wait(120_000);

  expect({ frames, ends }).toEqual({ frames: [], ends: [] });
});

test('a closing notice comes a minute before the end', async () => {
  const { org, frames, ends } = await connected();
  await org.post('/flowcdk/notification-faults', { fault: 'closing' });
  expect(frames).toEqual([expect.stringContaining('closing')]);
  await org.wait(59_000);
  expect(ends).toEqual([]);
  await org.wait(2_000);
  expect(ends).toHaveLength(1);
});

test('faults that are planned are shown', async () => {
  const { org } = await connected();
  await org.send('PUT', '/flowcdk/notification-faults', '{"slow":200,"silent":true}');

  expect((await org.get('/flowcdk/notification-faults')).body).toEqual({ silent: true, slow: 200, throttled: 0 });
});

test('only the channel that is named is struck', async () => {
  const { org, ends } = await connected();

  expect((await org.post('/flowcdk/notification-faults', { fault: 'cut', channelId: 'other' })).body).toEqual({
    sockets: 0,
  });
  expect(ends).toEqual([]);
});
