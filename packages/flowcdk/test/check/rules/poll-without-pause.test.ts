import { pollWithoutPause } from '../../../src/check/rules/poll-without-pause';
import { call, workflow } from '../graph/private/flows';
import { ruleTest } from '../graph/private/rule-test';

const look =
  'getParticipantData: { name: Known?, attributes: [attribute: { name: { lit: status }, variable: Flow.status }] }';
const loop = (...actions: readonly string[]): string =>
  `- loop: { name: Again, loopCount: { lit: 9 }, outputs: { loop: { actions: [${actions.join(', ')}] } } }\n- disconnect: { name: Bye }`;
const ask = 'collectInput: { name: Key?, inputData: { var: Flow.x }, digits: { exact: 1 } }';
const message = 'flow / Task / Again / Known?: status is read again at once, nothing takes time before the next look';

ruleTest(pollWithoutPause, {
  valid: {
    'a question between two looks': call(loop(look, ask)),
    'audio that plays at once': call(
      loop(look, 'playAudio: { audio: { exp: \'AudioPlaybackOptions(ToAudioTTS("Wait"), true, true)\' } }'),
    ),
    'two looks that are no loop': call(`- ${look}\n- ${look}\n- disconnect: { name: Bye }`),
    'a task that asks': call(loop(look, 'callTask: { name: Ask, targetTaskRef: "./tasks/task[a]" }'), {
      tasks: `- task: { name: Ask, refId: a, actions: [${ask}, endTask: { outputPath: { name: default } }] }`,
    }),
    'a loop over attributes, each another one': call(loop(look.replace('lit: status', 'exp: "Flow.list[Flow.i]"'))),
    'a wait in a workflow': workflow(
      loop(look.replace('getParticipantData', 'getConversationData'), 'wait: { duration: { lit: { seconds: 1 } } }'),
    ),
  },
  invalid: {
    'nothing between two looks': { in: call(loop(look)), finds: [message] },
    'only audio, which is queued': { in: call(loop(look, 'playAudio: { audio: { tts: Wait } }')), finds: [message] },
    'time that passes on one of two ways': {
      in: call(loop(look, `decision: { name: First?, outputs: { "yes": { actions: [${ask}] } } }`)),
      finds: [message],
    },
    'a task that does not ask': {
      in: call(loop(look, 'callTask: { name: Ask, targetTaskRef: "./tasks/task[a]" }'), {
        tasks: '- task: { name: Ask, refId: a, actions: [endTask: { outputPath: { name: default } }] }',
      }),
      finds: [message],
    },
    'a workflow that does not wait': {
      in: workflow(loop(look.replace('getParticipantData', 'getConversationData'))),
      finds: ['flow / State / Again / Known?: status is read again at once, nothing takes time before the next look'],
    },
  },
});
