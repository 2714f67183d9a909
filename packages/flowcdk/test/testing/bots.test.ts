import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seconds } from '../../src';
import { bot, localOrg, type Service } from '../../src/testing';

const folder = mkdtempSync(join(tmpdir(), 'bots-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A line whose one action is tried, and which says what became of it. */
const lineWith = (action: string): string => `inboundCall:
  name: Line
  startUpRef: /inboundCall/tasks/task[Ask]
  defaultLanguage: en-us
  supportedLanguages: { en-us: { none: true } }
  variables:
    - stringVariable: { name: Flow.intent, initialValue: { lit: none } }
    - stringVariable: { name: Flow.order, initialValue: { lit: none } }
  settingsErrorHandling:
    errorHandling: { disconnect: { none: true } }
    preHandlingAudio: { tts: It broke. }
  tasks:
    - task:
        name: Ask
        refId: Ask
        actions:
          - ${action.trim().replaceAll('\n', '\n          ')}
          - playAudio: { name: Tell, audio: { exp: 'ToAudioTTS(Append(Flow.intent, " ", Flow.order))' } }
          - disconnect: { name: Over }
`;

const botFlow = lineWith(`
callBotFlow:
    name: Ask the bot
    inputText: { noValue: true }
    exitReason: { noValue: true }
    intent: { var: Flow.intent }
    botFlow: { Orders: { ver_latestPublished: { outputs: { Slot.Order: { var: Flow.order } } } } }`);

const lexBot = lineWith(`
callLexV2Bot:
    name: Ask the bot
    lexBot:
      eu-central-1:
        Orders:
          en-us:
            Live:
              intents: { Track: { order: { var: Flow.order } } }
              outputs:
                intents: { Track: { actions: [{ playAudio: { name: Found, audio: { tts: We track it. } } }] } }
                failure: { actions: [{ playAudio: { name: Sorry, audio: { tts: The bot is ill. } } }] }`);

const unknown = lineWith(`
consultOracle:
    name: Ask the oracle
    outputs:
      success: { actions: [{ playAudio: { name: Said, audio: { tts: The oracle spoke. } } }] }
      failure: { actions: [{ playAudio: { name: Silent, audio: { tts: The oracle is silent. } } }] }`);

let files = 0;
async function heardOf(yaml: string, services: Readonly<Record<string, Service>> = {}): Promise<readonly string[]> {
  const file = join(folder, `${(files += 1)}.yaml`);
  writeFileSync(file, yaml);
  const org = await localOrg({ flows: [file], services });
  const call = org.call({ from: '+33142685300', flow: 'Line' });
  await call.end();
  return call.heard;
}

const track = bot({ intent: 'Track', outputs: { 'Slot.Order': '4711', order: '4711' } });

describe('a stand-in for a bot', () => {
  test.each([
    ['a bot of Architect', botFlow, ['Track 4711']],
    ['a bot of Lex, which takes the path of its intent', lexBot, ['We track it.', 'none 4711']],
  ])('gives intent and slots: %s', async (_, yaml, heard) => {
    expect(await heardOf(yaml, { 'bot Orders': track })).toEqual(heard);
  });

  test('takes the time that its conversation takes', async () => {
    const org = await localOrg({ flows: [join(folder, '1.yaml')], services: { 'bot Orders': track.after(seconds(40)) } });
    const call = org.call({ from: '+33142685300', flow: 'Line' });
    await call.end();

    expect(call.eventsOf('audio.started')[0]?.at).toBe((call.events[0]?.at ?? 0) + 40_000);
    expect(org.service('bot Orders').requests).toMatchObject([{ json: { bot: 'Orders', inputText: null } }]);
  });

  test.each([
    ['a bot of Architect has no failure path: the flow breaks', botFlow, ['It broke.']],
    ['a bot of Lex takes its failure path', lexBot, ['The bot is ill.', 'none none']],
  ])('may fail: %s', async (_, yaml, heard) => {
    expect(await heardOf(yaml, { 'bot Orders': track.fails() })).toEqual(heard);
  });

  test('may fail for the first caller alone', async () => {
    const ill = track.first(1, track.fails());
    const org = await localOrg({ flows: [join(folder, '1.yaml')], services: { 'bot Orders': ill } });
    const heard = [];
    for (const _ of [1, 2]) {
      const call = org.call({ from: '+33142685300', flow: 'Line' });
      await call.end();
      heard.push(...call.heard);
    }

    expect(heard).toEqual(['It broke.', 'Track 4711']);
  });
});

describe('without a stand-in', () => {
  test.each([
    ['a bot of Architect breaks the flow', botFlow, ['It broke.']],
    ['a bot of Lex takes its failure path', lexBot, ['The bot is ill.', 'none none']],
    ['an unknown action takes its failure path', unknown, ['The oracle is silent.', 'none none']],
  ])('%s', async (_, yaml, heard) => {
    expect(await heardOf(yaml)).toEqual(heard);
  });
});

test('a stand-in plays an action that the local org does not know: its path, and variables', async () => {
  const oracle = bot({ path: 'success', outputs: { 'Flow.order': '12' } });

  expect(await heardOf(unknown, { 'action Ask the oracle': oracle })).toEqual(['The oracle spoke.', 'none 12']);
});
