import { bot } from '../../../../src/testing';
import { heardIn, lineWith } from '../../../testing/private/line-with';

const lexBot = lineWith(`
callLexV2Bot:
    name: Ask the bot
    lexBot:
      eu-central-1:
        Orders:
          en-us:
            Live:
              intents: { Track: { order: { var: Flow.order } } }
              failureOutputs: { errorType: { noValue: true }, errorMessage: { var: Flow.order } }
              outputs:
                intents: { Track: { actions: [{ playAudio: { name: Found, audio: { tts: We track it. } } }] } }
                failure: { actions: [{ playAudio: { name: Sorry, audio: { tts: The bot is ill. } } }] }`);

const track = bot({ intent: 'Track', outputs: { order: '4711' } });

test('the intent of the stand-in decides the path, and its slots go to their variables', async () => {
  expect(await heardIn(lexBot, { 'bot Orders': track })).toEqual(['We track it.', 'none 4711']);
});

test('with an intent that has no path the flow goes on after the action', async () => {
  expect(await heardIn(lexBot, { 'bot Orders': bot({ intent: 'Buy' }) })).toEqual(['none none']);
});

test.each([
  ['the stand-in fails', { 'bot Orders': track.fails() }, 'The bot Orders failed: the bot cannot be reached.'],
  ['there is no stand-in', {}, 'none'],
])('the action takes its failure path where %s', async (_, services, why) => {
  expect(await heardIn(lexBot, services)).toEqual(['The bot is ill.', `none ${why}`]);
});
