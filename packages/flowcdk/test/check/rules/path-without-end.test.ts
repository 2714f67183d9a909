import { check } from '../../../src/check/check';
import { readFile } from '../../../src/check/project';
import { pathWithoutEnd } from '../../../src/check/rules/path-without-end';
import { call, workflow } from '../graph/private/flows';
import { ruleTest } from '../graph/private/rule-test';

const hold = '- holdMusic: { name: Music, playStyle: { entirePrompt: true } }';

ruleTest(pathWithoutEnd, {
  valid: {
    'a state whose last action ends in all of its branches': workflow(`
- callData:
    name: Ask
    outputs:
      success: { actions: [endWorkflow: { name: Done }] }
      failure: { actions: [endWorkflow: { name: Failed }] }
      timeout: { actions: [endWorkflow: { name: Late }] }`),
    'a task that jumps': call('- jumpToTask: { name: On, targetTaskRef: "./tasks/task[b]" }', {
      tasks: '- task: { name: B, refId: b, actions: [disconnect: { name: Bye }] }',
    }),
    'an in-queue flow, which begins again': `inqueueCall: { name: q, startUpTaskActions: [${hold.slice(2)}] }`,
    'a called task, which goes back': call(
      '- callTask: { name: Look, targetTaskRef: "./tasks/task[l]" }\n- disconnect: { name: Bye }',
      {
        tasks: '- task: { name: Look, refId: l, actions: [updateData: { name: Count, statements: [] }] }',
      },
    ),
    'a bot, which goes back': `
botFlow: { name: b, startUpRef: "./bots/bot[b]", bots: [bot: { name: B, refId: b, actions: [updateData: { name: Count, statements: [] }] }] }`,
    'actions that no way leads to': workflow(
      '- endWorkflow: { name: Done }\n- updateData: { name: Count, statements: [] }',
    ),
    'a transfer that may fail, which another rule tells': call('- transferToAcd: { name: To agents }'),
  },
  invalid: {
    'a state that runs out': {
      in: workflow('- updateData: { name: Count, statements: [] }'),
      finds: ['flow / State / Count: nothing follows, and neither ends the state nor hands over'],
    },
    'a failure that nothing follows': {
      in: workflow(
        '- callData: { name: Ask, outputs: { success: { actions: [endWorkflow: { name: Done }] }, timeout: { actions: [endWorkflow: { name: Late }] } } }',
      ),
      finds: ['flow / State / Ask: nothing follows, and neither ends the state nor hands over'],
    },
    'one branch that runs out': {
      in: workflow('- decision: { name: Known?, outputs: { "yes": { actions: [endWorkflow: { name: Done }] } } }'),
      finds: ['flow / State / Known?: nothing follows, and neither ends the state nor hands over'],
    },
    'what is done after a failed transfer': {
      in: call(
        '- transferToAcd: { name: To agents, outputs: { failure: { actions: [playAudio: { name: Sorry, audio: { tts: Sorry } }] } } }',
      ),
      finds: ['flow / Task / To agents / Sorry: nothing follows, and neither ends the task nor hands over'],
    },
    'the task of a menu choice': {
      in: call('- jumpToMenu: { name: Menu, targetMenuRef: "./menus/menu[m]" }', {
        menus:
          '- menu: { name: Main, refId: m, choices: [menuTask: { name: Hours, task: { actions: [playAudio: { name: Say, audio: { tts: Nine } }] } }] }',
      }),
      finds: ['flow / Main / Hours / Say: nothing follows, and neither ends the task nor hands over'],
    },
  },
});

const count = 'updateData: { name: Count, statements: [] }';

test.each([
  ['a workflow', workflow(`- ${count}`), 'End every way with endWorkflow or changeState.'],
  ['a common module', `commonModule: { name: m, startUpTaskActions: [${count}] }`, 'End every way with endTask.'],
  ['a call', call(`- ${count}`), 'End every way with disconnect, a transfer or a jump.'],
])('the way out of %s', (_, yaml, help) => {
  const findings = check({ files: [readFile('flow.yaml', yaml)], definitions: [] }, { rules: [pathWithoutEnd] });
  expect(findings.map((finding) => finding.help)).toEqual([help]);
});
