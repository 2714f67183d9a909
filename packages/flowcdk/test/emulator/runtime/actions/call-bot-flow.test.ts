import { seconds } from '../../../../src';
import { bot } from '../../../../src/testing';
import { callTo, heardIn, lineWith } from '../../../testing/private/line-with';

const botFlow = lineWith(`
callBotFlow:
    name: Ask the bot
    inputText: { noValue: true }
    exitReason: { noValue: true }
    intent: { var: Flow.intent }
    botFlow: { Orders: { ver_latestPublished: { outputs: { Slot.Order: { var: Flow.order } } } } }`);

const digitalBot = botFlow.replace('callBotFlow', 'callDigitalBotFlow').replace('botFlow:', 'digitalBotFlow:');

const track = bot({ intent: 'Track', outputs: { 'Slot.Order': '4711' } });

test('the stand-in of a bot gives its intent and its slots', async () => {
  expect(await heardIn(botFlow, { 'bot Orders': track })).toEqual(['Track 4711']);
});

test('why the bot came back goes to its variable', async () => {
  const yaml = botFlow
    .replace('exitReason: { noValue: true }', 'exitReason: { var: Flow.intent }')
    .replace('intent: { var: Flow.intent }', 'intent: { noValue: true }');
  const satisfied = bot({ exitReason: 'Satisfied', outputs: { 'Slot.Order': '4711' } });
  expect(await heardIn(yaml, { 'bot Orders': satisfied })).toEqual(['Satisfied 4711']);
});

test('it takes the time that its conversation takes, and gets what the flow hands over', async () => {
  const { org, call } = await callTo(botFlow, { 'bot Orders': track.after(seconds(40)) });

  expect(call.eventsOf('audio.started')[0]?.at).toBe((call.events[0]?.at ?? 0) + 40_000);
  expect(org.service('bot Orders').requests).toMatchObject([{ json: { bot: 'Orders', inputText: null, inputs: {} } }]);
});

test('where the bot fails, the flow breaks: the action has no failure path', async () => {
  expect(await heardIn(botFlow, { 'bot Orders': track.fails() })).toEqual(['It broke.']);
});

test('the bot may fail for the first caller alone', async () => {
  const { org, call } = await callTo(botFlow, { 'bot Orders': track.first(1, track.fails()) });
  const second = org.call({ from: '+33142685300', flow: 'Line' });
  await second.end();

  expect([...call.heard, ...second.heard]).toEqual(['It broke.', 'Track 4711']);
});

test('without a stand-in the flow breaks, and the problem names the stand-in', async () => {
  const { call } = await callTo(botFlow);

  expect(call.heard).toEqual(['It broke.']);
  expect(call.eventsOf('flow.failed')).toMatchObject([
    { problem: expect.stringContaining("no service 'bot Orders'") as unknown },
  ]);
});

test('a digital bot is played in the same way', async () => {
  const { org } = await callTo(digitalBot, { 'bot Orders': track });

  expect(org.service('bot Orders').requests).toHaveLength(1);
});
