import {
  callTask,
  changeState,
  decision,
  disconnect,
  endState,
  endTask,
  endWorkflow,
  exp,
  jumpToMenu,
  jumpToTask,
  loop,
  loopExit,
  loopNext,
  loopUntil,
  minutes,
  previousMenu,
  repeatMenu,
  set,
  switchOn,
  updateData,
  wait,
} from '../../../../src';
import type { Examples } from '../private/example';
import { done, flow, greet, mainMenu } from '../private/fixtures';

export const flowControl = {
  decision: {
    rule: 'a way that was not given is not written',
    action: decision('Known?', exp<boolean>`IsSet(${flow.customerId})`, { yes: [disconnect()] }),
    yaml: {
      name: 'Known?',
      condition: { exp: 'IsSet(Flow.customerId)' },
      outputs: { yes: { actions: [{ disconnect: { name: 'Disconnect' } }] } },
    },
  },
  switch: {
    rule: 'the kind of the value stands before its cases',
    action: switchOn('By status', flow.status, { SUCCESS: [disconnect()] }, { otherwise: [endWorkflow()] }),
    yaml: {
      name: 'By status',
      evaluate: {
        firstMatch: {
          string: {
            value: { exp: 'Flow.status' },
            cases: [{ case: { value: { lit: 'SUCCESS' }, actions: [{ disconnect: { name: 'Disconnect' } }] } }],
            default: { actions: [{ endWorkflow: { name: 'End Workflow', exitReason: { noValue: true } } }] },
          },
        },
      },
    },
  },
  loop: {
    rule: 'the body is the path loop; the index is bound like an output',
    action: loop('Look again', { times: 5, index: flow.tries }, [loopExit()]),
    yaml: {
      name: 'Look again',
      currentIndex: { var: 'Flow.tries' },
      loopCount: { lit: 5 },
      outputs: { loop: { actions: [{ loopExit: { name: 'Exit Loop' } }] } },
    },
  },
  loopExit: { rule: 'it has a name and nothing else', action: loopExit(), yaml: { name: 'Exit Loop' } },
  loopNext: { rule: 'it has a name and nothing else', action: loopNext('Again'), yaml: { name: 'Again' } },
  loopUntil: {
    rule: 'every condition has a name, by which a path can follow it',
    action: loopUntil(
      'Until we know',
      { until: { known: flow.known }, maxLoopCount: 10, onUntil: { known: [disconnect()] }, onLoopsMax: [loopExit()] },
      [loopNext()],
    ),
    yaml: {
      name: 'Until we know',
      currentIndex: { noValue: true },
      maxLoopCount: { lit: 10 },
      untilCases: [{ untilCase: { name: 'known', condition: { exp: 'Flow.known' } } }],
      outputs: {
        loop: { actions: [{ loopNext: { name: 'Next Loop' } }] },
        loopsMax: { actions: [{ loopExit: { name: 'Exit Loop' } }] },
        paths: [{ path: { name: 'known', actions: [{ disconnect: { name: 'Disconnect' } }] } }],
      },
    },
  },
  updateData: {
    rule: 'a statement names its variable bare, under the kind of the variable',
    action: updateData('Start', [set(flow.tries, 0), set(flow.customerName, exp<string>`Upper(${flow.email})`)]),
    yaml: {
      name: 'Start',
      statements: [
        { integer: { variable: 'Flow.tries', value: { lit: 0 } } },
        { string: { variable: 'Flow.customerName', value: { exp: 'Upper(Flow.email)' } } },
      ],
    },
  },
  wait: {
    rule: 'a length of time is written in the units it was given in',
    action: wait('Give them a minute', minutes(1)),
    yaml: {
      name: 'Give them a minute',
      trimDurationNearMaxRunningTime: { lit: false },
      duration: { lit: { minutes: 1 } },
    },
  },
  callTask: {
    rule: 'a task is referred to by its path; its ways out follow it',
    action: callTask('Greet them', () => greet, { onDefault: [loopExit()], onPath: { gone: [disconnect()] } }),
    yaml: {
      name: 'Greet them',
      targetTaskRef: '/workflow/tasks/task[Greet]',
      outputs: {
        default: { actions: [{ loopExit: { name: 'Exit Loop' } }] },
        paths: [{ path: { name: 'gone', actions: [{ disconnect: { name: 'Disconnect' } }] } }],
      },
    },
  },
  jumpToTask: {
    rule: 'a task is referred to by its path',
    action: jumpToTask('To the greeting', greet),
    yaml: { name: 'To the greeting', targetTaskRef: '/workflow/tasks/task[Greet]' },
  },
  jumpToMenu: {
    rule: 'a menu is referred to by its path',
    action: jumpToMenu('Back', mainMenu),
    yaml: { name: 'Back', targetMenuRef: '/workflow/menus/menu[Main menu]' },
  },
  previousMenu: {
    rule: 'the menu before has no reference',
    action: previousMenu(),
    yaml: { name: 'Previous Menu' },
  },
  repeatMenu: {
    rule: 'the menu the caller was in has no reference',
    action: repeatMenu('Say it again'),
    yaml: { name: 'Say it again' },
  },
  changeState: {
    rule: 'a state is referred to by its path',
    action: changeState('Go on', () => done),
    yaml: { name: 'Go on', targetStateRef: '/workflow/states/state[Done]' },
  },
  endTask: {
    rule: 'the path out is an object with a name',
    action: endTask('Not found', 'unknown'),
    yaml: { name: 'Not found', outputPath: { name: 'unknown' } },
  },
  endState: { rule: 'it has a name and nothing else', action: endState(), yaml: { name: 'End State' } },
  endWorkflow: {
    rule: 'a reason that was not given is noValue',
    action: endWorkflow(),
    yaml: { name: 'End Workflow', exitReason: { noValue: true } },
  },
  disconnect: { rule: 'it has a name and nothing else', action: disconnect(), yaml: { name: 'Disconnect' } },
} satisfies Examples;
