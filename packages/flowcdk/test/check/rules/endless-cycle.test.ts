import { endlessCycle } from '../../../src/check/rules/endless-cycle';
import { call, workflow } from '../graph/private/flows';
import { ruleTest } from '../graph/private/rule-test';

const back = '- jumpToTask: { name: Back, targetTaskRef: "./tasks/task[T]" }';

ruleTest(endlessCycle, {
  valid: {
    'a circle that a decision may leave': call(
      `- decision: { name: Enough?, outputs: { "yes": { actions: [disconnect: { name: Bye }] } } }\n${back}`,
    ),
    'a circle in which the caller is asked': call(
      `- collectInput: { name: Ask, inputData: { var: Flow.x }, digits: { exact: 1 } }\n${back}`,
    ),
    'a circle with a menu in it': call('- jumpToMenu: { name: Menu, targetMenuRef: "./menus/menu[m]" }', {
      menus:
        '- menu: { name: Main, refId: m, choices: [menuJumpToTask: { name: Again, targetTaskRef: "./tasks/task[T]" }] }',
    }),
    'a loop, which has a number of turns': workflow(
      '- loop: { name: Try, loopCount: { lit: 3 }, outputs: { loop: { actions: [loopNext: { name: On }] } } }\n- endWorkflow: { name: Done }',
    ),
    'an in-queue flow, which begins again':
      'inqueueCall: { name: q, startUpTaskActions: [updateData: { name: Count, statements: [] }] }',
    'a loop whose turns end somewhere': workflow(
      '- loop: { name: Try, loopCount: { lit: 3 }, outputs: { loop: { actions: [endWorkflow: { name: Stop }] } } }',
    ),
    'a call of a task that runs out': call(
      '- callTask: { name: Other, targetTaskRef: "./tasks/task[O]" }\n- disconnect: { name: Bye }',
      { tasks: '- task: { name: O, refId: O, actions: [updateData: { name: Count, statements: [] }] }' },
    ),
    'two tasks that jump to each other, or run out': call(
      '- decision: { name: On?, outputs: { "yes": { actions: [jumpToTask: { targetTaskRef: "./tasks/task[O]" }] } } }',
      {
        tasks:
          '- task: { name: O, refId: O, actions: [decision: { name: Back?, outputs: { "yes": { actions: [jumpToTask: { targetTaskRef: "./tasks/task[T]" }] } } }] }',
      },
    ),
    'an action nobody knows, which may take time': call(`- doSomethingNew: { name: New }\n${back}`),
  },
  invalid: {
    'a task that jumps to itself': {
      in: call(back),
      finds: ['flow / Task / Back: the flow goes round in a circle here and never leaves it'],
    },
    'two states that change to each other, whatever a decision says': {
      in: `
workflow:
  name: flow
  startUpRef: ./states/state[a]
  states:
    - state: { name: A, refId: a, actions: [changeState: { name: To B, targetStateRef: "./states/state[b]" }] }
    - state:
        name: B
        refId: b
        actions:
          - decision: { name: Odd?, outputs: { "yes": { actions: [changeState: { name: To A, targetStateRef: "./states/state[a]" }] } } }
          - changeState: { name: To B again, targetStateRef: "./states/state[b]" }`,
      finds: [
        'flow / A / To B: the flow goes round in a circle here and never leaves it',
        'flow / B / Odd? / To A: the flow goes round in a circle here and never leaves it',
        'flow / B / To B again: the flow goes round in a circle here and never leaves it',
      ],
    },
    'a task that calls itself first': {
      in: call('- callTask: { name: Me, targetTaskRef: "./tasks/task[T]" }\n- disconnect: { name: Bye }'),
      finds: ['flow / Task / Me: the flow goes round in a circle here and never leaves it'],
    },
  },
});
