import { loopControlOutsideLoop } from '../../../src/check/rules/loop-control-outside-loop';
import { call, workflow } from '../graph/private/flows';
import { ruleTest } from '../graph/private/rule-test';

ruleTest(loopControlOutsideLoop, {
  valid: {
    'loopExit in a branch inside of a loop': workflow(`
- loop:
    name: Try
    loopCount: { lit: 3 }
    outputs: { loop: { actions: [decision: { name: Enough?, outputs: { "yes": { actions: [loopExit: { name: Stop }] } } }] } }`),
    'loopNext in a loopUntil': workflow(
      '- loopUntil: { name: Try, untilCases: [], outputs: { loop: { actions: [loopNext: { name: Again }] } } }',
    ),
  },
  invalid: {
    'loopExit with no loop around': {
      in: workflow('- loopExit: { name: Stop }'),
      finds: ['flow / State / Stop: loopExit stands in no loop'],
    },
    'loopNext in a task that a loop calls': {
      in: call(
        '- loop: { name: Try, loopCount: { lit: 3 }, outputs: { loop: { actions: [callTask: { name: Look, targetTaskRef: "./tasks/task[l]" }] } } }',
        {
          tasks: '- task: { name: Look, refId: l, actions: [loopNext: { name: Again }] }',
        },
      ),
      finds: ['flow / Look / Again: loopNext stands in no loop'],
    },
    'loopExit behind a loop, in the output for too many turns': {
      in: workflow(
        '- loopUntil: { name: Try, untilCases: [], outputs: { loop: { actions: [wait: { name: Wait }] }, loopsMax: { actions: [loopExit: { name: Stop }] } } }',
      ),
      finds: ['flow / State / Try / Stop: loopExit stands in no loop'],
    },
  },
});
