import { seconds } from '../../src/architect/types';
import { listen, on, type OpenSocket, queueConversations } from '../../src/events';
import { callTo, lineToSupport } from './private/line';

const MINUTE = 60_000;

/** Opens sockets and keeps what is done to each of them, in the order in which they were opened. */
function watched(open: OpenSocket) {
  const sockets: string[][] = [];
  const openSocket: OpenSocket = (url, events) => {
    const done: string[] = [];
    sockets.push(done);
    const socket = open(url, events);
    return {
      ...socket,
      pause: () => void done.push('pause'),
      resume: () => void done.push('resume'),
    };
  };
  return { sockets, openSocket };
}

/** A listener whose handler waits for a test, and a call whose events are too many for it. */
async function listenerWithTooMuch() {
  const org = await lineToSupport();
  const { sockets, openSocket } = watched(org.forListener.openSocket);
  let free = (): void => undefined;
  const hold = new Promise<void>((done) => (free = done));
  const listener = await listen([on(queueConversations, '*')], () => hold, {
    ...org.forListener,
    openSocket,
    mostWaiting: 2,
    renewAfter: 10 * MINUTE,
  });
  callTo(org);
  await org.waits(seconds(120));
  return { org, listener, sockets, free };
}

/** Lets what waits for promises go on. */
const turn = (): Promise<void> => new Promise(setImmediate);

test('a socket pauses while too many events wait for the handler, and resumes once they are few', async () => {
  const { listener, sockets, free } = await listenerWithTooMuch();
  expect(sockets).toEqual([['pause']]);
  free();
  await turn();
  expect(sockets).toEqual([['pause', 'resume']]);
  await listener.stop();
});

test('a socket that takes the place of a paused one takes nothing either until the events are few', async () => {
  const { org, listener, sockets, free } = await listenerWithTooMuch();
  await org.waits(seconds(605));
  expect(listener.metrics.rotations).toBe(1);
  expect(sockets).toEqual([['pause'], ['pause']]);
  free();
  await turn();
  expect(sockets[1]).toEqual(['pause', 'resume']);
  await listener.stop();
});
