import { type RunningOrg, startOrg } from '../../src/emulator/start-org';
import { judge } from '../../src/emulator/publish/publish';
import { publishFlow } from '../../src/emulator/publish/publish-flow';
import type { Service } from '../../src/emulator/runtime/services/service';
import { bot, failsWith } from '../../src/testing';
import { lineWith } from '../testing/private/line-with';

const LINE = '+33199000001';

const askBot = lineWith(`
callBotFlow:
    name: Ask the bot
    intent: { var: Flow.intent }
    botFlow: { Orders: { ver_latestPublished: { outputs: { Slot.Order: { var: Flow.order } } } } }`);

const askColleague = lineWith(`
transferToNumber:
    name: Over
    targetNumber: { lit: "+442079460999" }
    connectTimeout: { noValue: true }
    outputs:
      failure: { actions: [{ playAudio: { name: Busy, audio: { tts: It is busy. } } }] }`);

let running: RunningOrg;
afterEach(() => running.stop());

/** What a caller hears in an org as `flowcdk org` runs it, in real time that is moved ahead. */
async function heardIn(yaml: string, services: Readonly<Record<string, Service>>): Promise<readonly string[]> {
  running = await startOrg({
    host: '127.0.0.1',
    port: 0,
    life: { chanceSeed: 'bots', services: () => Promise.resolve(services) },
  });
  const { org } = running;
  const [home] = org.all('division');
  if (!home) throw new Error('every org has a division');
  const record = { name: 'Orders', type: 'BOT', versions: 1, variables: [], bound: {}, division: { id: home.id } };
  org.put('flow', { id: org.newId(), ...record } as never);
  const judged = judge(yaml, org);
  if (!('flow' in judged)) throw new Error(judged.problems.join('\n'));
  const flow = publishFlow(org, judged.flow, yaml, home);
  org.put('ivr', { id: org.newId(), name: 'Line', dnis: [LINE], openHoursFlow: { id: flow.id } } as never);
  await send('POST', '/flowcdk/calls', { from: '+33142685300', to: LINE });
  await send('POST', '/flowcdk/clock', { seconds: 120 });
  const { entities } = await send<{ entities: readonly { type: string; text?: string }[] }>(
    'GET',
    '/flowcdk/events?pageSize=500',
  );
  return entities.flatMap(({ type, text }) => (type === 'audio.ended' && text !== undefined ? [text] : []));
}

async function send<T>(method: string, path: string, body?: object): Promise<T> {
  const answer = await fetch(`http://127.0.0.1:${running.port}${path}`, {
    method,
    headers: { authorization: 'Bearer local', 'content-type': 'application/json' },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  if (answer.status >= 400) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as T;
}

test('a stand-in plays a bot', async () => {
  const services = { 'bot Orders': bot({ intent: 'Track', outputs: { 'Slot.Order': '4711' } }) };
  expect(await heardIn(askBot, services)).toEqual(['Track 4711']);
});

test('a bot that nothing plays breaks the flow, which has no path for it', async () => {
  expect(await heardIn(askBot, {})).toEqual(['It broke.']);
});

test('a stand-in plays the person to whom a call is transferred', async () => {
  expect(await heardIn(askColleague, { 'transfer +442079460999': failsWith(486) })).toContain('It is busy.');
});

test('a person whom nothing plays answers', async () => {
  expect(await heardIn(askColleague, {})).not.toContain('It is busy.');
});
