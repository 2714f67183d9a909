import {
  dataAction,
  endWorkflow,
  genesysCloud,
  launchWorkflow,
  string as text,
  webServices,
  workflow as workflowOf,
} from '../../../src';
import { audioBeforeLaunch } from '../../../src/check/rules/audio-before-launch';
import { call } from '../graph/private/flows';
import { ruleTest } from '../graph/private/rule-test';

const calling = (category: string, name: string): string =>
  `- callData: { name: Start, category: { ${category}: { dataAction: { ${name}: {} } } } }`;
const launch = calling('Launcher', 'Launch identification');
const greet = '- playAudio: { name: Greet, audio: { tts: Welcome } }';
const bye = '- disconnect: { name: Bye }';
const message =
  'flow / Task / Start: audio is queued before the launch, so the workflow starts only when the caller has heard it';

const identify = workflowOf({ name: 'identify', inputs: { number: text() }, actions: () => [endWorkflow()] });
const begin = launchWorkflow({
  name: 'Begin',
  integration: genesysCloud({ name: 'Launcher', permissions: ['architect:flow:launch'] }),
  workflow: identify,
});
const shop = webServices({ name: 'Shop' });
const launchCampaign = dataAction({
  name: 'Launch campaign',
  integration: shop,
  input: {},
  output: { id: text() },
  request: () => ({ method: 'GET', url: 'https://shop.example/campaign' }),
});

ruleTest(audioBeforeLaunch, {
  valid: {
    'a launch before anything is said': call(`${launch}\n${greet}\n${bye}`),
    'a greeting of silence, which Architect wants': call(`${launch}\n${bye}`, {
      more: 'initialGreeting: { exp: ToAudioBlank(100) }',
    }),
    'audio the caller has heard by then': call(
      `${greet}\n- collectInput: { name: Ask, inputData: { var: Flow.x }, digits: { exact: 1 } }\n${launch}\n${bye}`,
    ),
    'a data action that launches nothing, as its definition says': {
      flows: [call(`${greet}\n${calling('Shop', 'Launch campaign')}\n${bye}`)],
      definitions: [launchCampaign],
    },
    'another data action behind a greeting': call(`${greet}\n${calling('Shop', 'Find customer')}\n${bye}`),
  },
  invalid: {
    'a prompt before the launch': { in: call(`${greet}\n${launch}\n${bye}`), finds: [message] },
    'the greeting of the flow': {
      in: call(`${launch}\n${bye}`, { more: 'initialGreeting: { tts: Welcome }' }),
      finds: [message],
    },
    'a prompt on one of the ways': {
      in: call(`- decision: { name: First?, outputs: { "yes": { actions: [${greet.slice(2)}] } } }\n${launch}\n${bye}`),
      finds: [message],
    },
    'a launch its definition tells, whatever its name': {
      in: { flows: [call(`${greet}\n${calling('Launcher', 'Begin')}\n${bye}`)], definitions: [begin] },
      finds: [message],
    },
  },
});
