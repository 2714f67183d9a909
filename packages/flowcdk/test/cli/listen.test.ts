import { type OrgOverHttp, orgOverHttp } from '../private/org-over-http';
import { flowcdk } from './private/run';

let org: OrgOverHttp;
beforeAll(async () => (org = await orgOverHttp()));
afterAll(() => org.stop());

/** What the command has written so far. */
const written = (stream: 'stdout' | 'stderr'): string =>
  (process[stream].write as unknown as jest.Mock<boolean, [text: unknown]>).mock.calls
    .map(([text]) => String(text))
    .join('');

/** Waits until a command that goes on has written something. */
async function until(stream: 'stdout' | 'stderr', text: string): Promise<void> {
  while (!written(stream).includes(text)) await new Promise(setImmediate);
}

test('hears a call as it happens, one JSON object a line, until Ctrl+C', async () => {
  const topics = ['v2.routing.queues.*.conversations', 'v2.users.*.routingStatus'];
  const saying = flowcdk(['listen', ...topics, '--org', org.url, '--json']);
  await until('stderr', 'live: connected');
  const conversationId = await org.call();
  await until('stdout', '"INTERACTING"');
  process.emit('SIGINT');
  const { code, out, err } = await saying;

  expect([code, err]).toEqual([0, 'live: connected\nstopped: stopped\n']);
  const heard = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { readonly topicName: string; readonly event: { readonly id: string } });
  expect(new Set(heard.map(({ topicName }) => topicName))).toEqual(
    new Set([`v2.routing.queues.${org.queueId}.conversations`, `v2.users.${org.userId}.routingStatus`]),
  );
  expect(heard[0]?.event.id).toBe(conversationId);
});

test('writes a line for people: when, which topic, what', async () => {
  const topic = `v2.users.${org.userId}.presence`;
  const saying = flowcdk(['listen', topic, '--org', org.url, '--no-refill']);
  await until('stderr', 'live: connected');
  const presenceDefinition = { systemPresence: 'Meal' };
  await org.send('PATCH', `/api/v2/users/${org.userId}/presences/purecloud`, { presenceDefinition });
  await until('stdout', '\n');
  process.emit('SIGTERM');

  expect((await saying).out).toMatch(new RegExp(`^\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z {2}${topic} {2}\\{.*"Meal".*\\}\\n$`));
});

test.each([
  ['a topic that nobody knows', ['v2.users.1.mood'], 2, 'v2.users.1.mood: Flowcdk knows no such topic'],
  ['a list that there is not', ['v2.detail.events.conversation.*.acw'], 2, 'this topic needs an id'],
  ['a topic that the org does not publish', ['v2.users.1.station'], 1, 'users of the local org have no stations'],
])('%s ends it with a sentence', async (_, topics, exit, sentence) => {
  const { code, out, err } = await flowcdk(['listen', ...topics, '--org', org.url]);

  expect([code, out]).toEqual([exit, '']);
  expect(err).toContain(sentence);
});
