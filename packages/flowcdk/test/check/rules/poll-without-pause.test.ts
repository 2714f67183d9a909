import { check } from '../../../src/check/check';
import { readFile } from '../../../src/check/project';
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
    'a menu between two looks': call(`- ${look}\n- jumpToMenu: { name: On, targetMenuRef: "./menus/menu[m]" }`, {
      menus:
        '- menu: { name: Main, refId: m, choices: [menuJumpToTask: { name: Back, targetTaskRef: "./tasks/task[T]" }] }',
    }),
    'an in-queue flow, which begins again after its task': `inqueueCall: { name: q, startUpTaskActions: [${look}] }`,
    'an action between two looks that nobody knows': call(loop(look, 'somethingNew: { name: New }')),
    'a look without attributes': call(loop('getParticipantData: { name: Known? }')),
    'what no way leads to': call(`- disconnect: { name: Over }\n${loop(look)}`),
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
    'several looks, and a task that two of them call': {
      in: call(
        loop(
          look,
          'callTask: { name: One, targetTaskRef: "./tasks/task[a]" }',
          'callTask: { name: Two, targetTaskRef: "./tasks/task[a]" }',
          look.replace('Known?', 'Still?').replace('status', 'other'),
        ),
        { tasks: '- task: { name: Ask, refId: a, actions: [endTask: { outputPath: { name: default } }] }' },
      ),
      finds: [message, message.replace('Known?', 'Still?').replace('status', 'other')],
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

test.each([
  [
    'a call',
    call(loop(look)),
    'Put something between two looks that takes the caller’s time: collectInput, flushAudio, holdMusic, a menu.',
  ],
  [
    'a workflow',
    workflow(loop(look.replace('getParticipantData', 'getConversationData'))),
    'Put a wait between two looks.',
  ],
])('the way out for %s', (_, yaml, help) => {
  const findings = check({ files: [readFile('flow.yaml', yaml)], definitions: [] }, { rules: [pollWithoutPause] });
  expect(findings.map((finding) => finding.help)).toEqual([help]);
});
