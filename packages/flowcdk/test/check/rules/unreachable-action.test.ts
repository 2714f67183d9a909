import { check } from '../../../src/check/check';
import { readFile } from '../../../src/check/project';
import { unreachableAction } from '../../../src/check/rules/unreachable-action';
import { call, workflow } from '../graph/private/flows';
import { ruleTest } from '../graph/private/rule-test';

ruleTest(unreachableAction, {
  valid: {
    'actions behind a branch that ends, where another goes on': workflow(`
- decision: { name: Known?, outputs: { "yes": { actions: [endWorkflow: { name: Yes }] } } }
- endWorkflow: { name: No }`),
    'what stands behind a transfer, which may fail': call(`
- transferToAcd: { name: To agents, targetQueue: { lit: { name: Q } } }
- disconnect: { name: Bye }`),
    'a task that is called on a path of an action nobody knows': call(
      '- askForPayment: { name: Pay, outputs: { failure: { actions: [callTask: { name: Look, targetTaskRef: "./tasks/task[look]" }] } } }\n- disconnect: { name: Bye }',
      {
        tasks: '- task: { name: Look, refId: look, actions: [endTask: { name: Back, outputPath: { name: Default } }] }',
      },
    ),
    'tasks that what a bot understands leads to': `
digitalBot:
  name: bot
  startUpRef: "/digitalBot/bots/bot[I_10]"
  defaultLanguage: en-us
  supportedLanguages: { en-us: { none: true } }
  tasks:
    - task: { name: Balance, refId: B_5, actions: [disconnect: { name: Bye }] }
    - task: { name: Known, refId: K_5, actions: [disconnect: { name: Bye }] }
  settingsBotFlow:
    intentSettings: [intent: { name: Balance, confirmation: { noValue: true }, task: { name: Balance } }]
  settingsKnowledge:
    Base: { knowledgePath: { targetTaskRef: "/digitalBot/tasks/task[K_5]" } }
  bots:
    - bot: { name: I, refId: I_10, actions: [exitBotFlow: { name: Back }] }`,
    'a task that is called': call(
      '- callTask: { name: Look, targetTaskRef: "./tasks/task[look]" }\n- disconnect: { name: Bye }',
      {
        tasks: '- task: { name: Look, refId: look, actions: [endTask: { name: Done, outputPath: { name: default } }] }',
      },
    ),
    'a task the error handling leads to': call('- disconnect: { name: Bye }', {
      more: 'settingsErrorHandling: { errorHandling: { task: { targetTaskRef: "./tasks/task[sorry]" } } }',
      tasks: '- task: { name: Sorry, refId: sorry, actions: [disconnect: { name: Bye }] }',
    }),
    'a flow whose start leads nowhere, and its settings somewhere': call('- disconnect: { name: Bye }', {
      more: 'settingsErrorHandling: { errorHandling: { task: { targetTaskRef: "./tasks/task[T]" } } }',
      tasks: '- task: { name: Other, refId: o, actions: [disconnect: { name: Bye }] }',
    }).replace('task[T]\n', 'task[gone]\n'),
    'a flow whose start leads nowhere, which another rule tells': call('- disconnect: { name: Bye }').replace(
      'task[T]',
      'task[gone]',
    ),
    'what stands behind a loop that is always left': workflow(`
- loop: { name: Once, loopCount: { lit: 5 }, outputs: { loop: { actions: [loopExit: { name: Stop }] } } }
- endWorkflow: { name: Done }`),
  },
  invalid: {
    'a task that nothing leads to, in a flow whose settings lead to another': {
      in: call('- disconnect: { name: Bye }', {
        more: 'settingsErrorHandling: { errorHandling: { task: { targetTaskRef: "./tasks/task[sorry]" } } }',
        tasks:
          '- task: { name: Sorry, refId: sorry, actions: [disconnect: { name: Sorry }] }\n- task: { name: Other, refId: o, actions: [disconnect: { name: Bye }] }',
      }),
      finds: ['flow / Other: nothing leads to the task Other'],
    },
    'a menu nobody enters, but not the task that its word leads to in every menu': {
      in: call('- jumpToMenu: { name: Ask, targetMenuRef: "./menus/menu[m1]" }', {
        menus: `- menu: { name: Main, refId: m1, choices: [menuDisconnect: { name: Bye, dtmf: digit_1 }] }
- menu: { name: Other, refId: m2, choices: [menuJumpToTask: { name: Help, globalSpeechRecTerms: true, targetTaskRef: "./tasks/task[help]" }] }`,
        tasks: '- task: { name: Help, refId: help, actions: [disconnect: { name: Bye }] }',
      }),
      finds: ['flow / Other: nothing leads to the menu Other'],
    },
    'a list that is used at several places, of which one is not reached': {
      in: call(
        `- decision: { name: So?, outputs: { "yes": { actions: [disconnect: { name: A }, wait: { name: B }] } } }\n- disconnect: { name: Bye }`,
      ),
      finds: ['flow / Task / So? / B: this action never runs'],
    },
    'a task that nothing leads to, but not what stands in it': {
      in: call('- disconnect: { name: Bye }', {
        tasks: `
- task:
    name: Forgotten
    refId: f
    actions:
      - decision: { name: So?, outputs: { "yes": { actions: [disconnect: { name: Over }] } } }
      - disconnect: { name: Bye }
      - wait: { name: More }`,
      }),
      finds: ['flow / Forgotten: nothing leads to the task Forgotten'],
    },
    'the first action of a branch that is never taken': {
      in: workflow(`
- loop: { name: Never, loopCount: { lit: 1 }, outputs: { loop: { actions: [endWorkflow: { name: Stop }, wait: { name: Rest }] } } }`),
      finds: ['flow / State / Never / Rest: this action never runs'],
    },
    'an action behind one that ends the flow': {
      in: workflow('- endWorkflow: { name: Done }\n- wait: { name: Later, duration: { lit: { seconds: 1 } } }'),
      finds: ['flow / State / Later: this action never runs'],
    },
    'a whole rest of a list, once': {
      in: workflow(`
- decision:
    name: Known?
    outputs:
      "yes": { actions: [endWorkflow: { name: Yes }] }
      "no": { actions: [endWorkflow: { name: No }] }
- updateData: { name: Count, statements: [] }
- decision: { name: Again?, outputs: { "yes": { actions: [endWorkflow: { name: Never }] } } }
- endWorkflow: { name: Done }`),
      finds: ['flow / State / Count: this action and the 2 behind it never run'],
    },
    'an action behind a call of a task that never comes back': {
      in: call(
        '- callTask: { name: Hang up, targetTaskRef: "./tasks/task[bye]" }\n- playAudio: { name: Never heard, audio: { tts: Hm } }',
        {
          tasks: '- task: { name: Bye, refId: bye, actions: [disconnect: { name: Bye }] }',
        },
      ),
      finds: ['flow / Task / Never heard: this action never runs'],
    },
    'a task nothing leads to': {
      in: call('- disconnect: { name: Bye }', {
        tasks: '- task: { name: Forgotten, refId: f, actions: [disconnect: { name: Bye }] }',
      }),
      finds: ['flow / Forgotten: nothing leads to the task Forgotten'],
    },
  },
});

test.each([
  [
    'an action that does not go on',
    workflow('- endWorkflow: { name: Done }\n- wait: { name: Later }'),
    'The action before it does not go on. Remove what is behind it, or move it.',
  ],
  [
    'a task that nothing leads to',
    call('- disconnect: { name: Bye }', {
      tasks: '- task: { name: T2, refId: f, actions: [disconnect: { name: Bye }] }',
    }),
    'Remove it, or jump to it, call it or start with it.',
  ],
])('the way out: %s', (_, yaml, help) => {
  const findings = check({ files: [readFile('flow.yaml', yaml)], definitions: [] }, { rules: [unreachableAction] });
  expect(findings.map((finding) => finding.help)).toEqual([help]);
});
