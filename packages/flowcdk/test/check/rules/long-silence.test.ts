import { dataAction, seconds, string as text, webServices } from '../../../src';
import { longSilence, longSilenceOf } from '../../../src/check/rules/long-silence';
import { call } from '../graph/private/flows';
import { findingsOf, ruleTest } from '../graph/private/rule-test';

const ask = (timeout: number | undefined, more = ''): string =>
  `- callData: { name: Ask, ${timeout === undefined ? '' : `timeout: { lit: { seconds: ${timeout} } }, `}${more}category: { Shop: { dataAction: { Find: {} } } } }`;
const bye = '- disconnect: { name: Bye }';
const message = (s: number): string =>
  `flow / Task / Ask: a caller may hear nothing for ${s} s before the first word, 5 s are allowed`;

const find = dataAction({
  name: 'Find',
  integration: webServices({ name: 'Shop' }),
  input: {},
  output: { id: text() },
  request: () => ({ method: 'GET', url: 'https://shop.example' }),
  timeout: seconds(3),
});

ruleTest(longSilence, {
  valid: {
    'a short timeout': call(`${ask(5)}\n${bye}`),
    'a greeting before': call(`${ask(60)}\n${bye}`, { more: 'initialGreeting: { tts: Welcome }' }),
    'a prompt before': call(`- playAudio: { audio: { tts: Welcome } }\n${ask(60)}\n${bye}`),
    'a processing prompt': call(`${ask(60, 'processingPrompt: { lit: { name: PromptSystem.processing } }, ')}\n${bye}`),
    'the processing prompt of the flow': call(`${ask(60, 'processingPrompt: { noValue: true }, ')}\n${bye}`, {
      more: 'settingsActionDefaults: { callData: { processingPrompt: { lit: { name: PromptSystem.processing } } } }',
    }),
    'a data action that gives up earlier than the flow': { flows: [call(`${ask(60)}\n${bye}`)], definitions: [find] },
    'several that are short on each way': call(
      `- decision: { name: Which?, outputs: { "yes": { actions: [${ask(5).slice(2)}] }, "no": { actions: [${ask(4).slice(2)}] } } }\n${bye}`,
    ),
    'a caller who hears something on every way': call(
      `- decision: { name: Which?, outputs: { "yes": { actions: [playAudio: { audio: { tts: Hm } }] }, "no": { actions: [playAudio: { audio: { tts: Oh } }] } } }\n${ask(60)}\n${bye}`,
    ),
    'a caller who was already spoken to': call(`- jumpToMenu: { targetMenuRef: "./menus/menu[m]" }`, {
      menus: `- menu: { name: Main, refId: m, choices: [menuTask: { name: Ask, task: { actions: [${ask(60).slice(2)}, disconnect: { name: Bye }] } }] }`,
    }),
  },
  invalid: {
    'a long timeout before the first word': { in: call(`${ask(8)}\n${bye}`), finds: [message(8)] },
    'the platform’s timeout, where nobody gave one': { in: call(`${ask(undefined)}\n${bye}`), finds: [message(60)] },
    'several that add up': { in: call(`${ask(3)}\n${ask(3)}\n${ask(3)}\n${bye}`), finds: [message(6)] },
    'the longer of two ways': {
      in: call(
        `- decision: { name: Which?, outputs: { "yes": { actions: [${ask(3).replace('Ask', 'Long').slice(2)}] } } }\n${ask(4)}\n${bye}`,
      ),
      finds: [message(7)],
    },
    'what is too long, once': { in: call(`${ask(8)}\n${ask(8)}\n${bye}`), finds: [message(8)] },
    'a silence of just as long as is allowed, and then more': {
      in: call(`${ask(5)}\n${ask(1).replace('Ask', 'More')}\n${bye}`),
      finds: [message(6).replace('Ask', 'More')],
    },
    'a greeting of silence': {
      in: call(`${ask(8)}\n${bye}`, { more: 'initialGreeting: { exp: ToAudioBlank(100) }' }),
      finds: [message(8)],
    },
    'a processing prompt that is switched off': {
      in: call(`${ask(8, 'processingPrompt: { noValueWithNoFallback: true }, ')}\n${bye}`, {
        more: 'settingsActionDefaults: { callData: { processingPrompt: { lit: { name: PromptSystem.processing } } } }',
      }),
      finds: [message(8)],
    },
  },
});

test('how long is too long is an option', () => {
  expect(findingsOf(longSilenceOf({ most: seconds(10) }), call(`${ask(8)}\n${bye}`))).toEqual([]);
});
