import { unboundedLoop } from '../../../src/check/rules/unbounded-loop';
import { workflow } from '../graph/private/flows';
import { ruleTest } from '../graph/private/rule-test';

const until = (more: string): string =>
  workflow(`- loopUntil: { name: Try${more}, untilCases: [], outputs: { loop: { actions: [wait: { name: Wait }] } } }`);

ruleTest(unboundedLoop, {
  valid: {
    'a loop with a largest number of turns': until(', maxLoopCount: { lit: 10 }'),
    'a number that is worked out': until(', maxLoopCount: { exp: Flow.most }'),
    'a loop that counts': workflow(
      '- loop: { name: Try, loopCount: { lit: 3 }, outputs: { loop: { actions: [wait: { name: Wait }] } } }',
    ),
  },
  invalid: {
    'a loop without one': { in: until(''), finds: ['flow / State / Try: this loop has no largest number of turns'] },
    'a loop whose number is explicitly none': {
      in: until(', maxLoopCount: { noValue: true }'),
      finds: ['flow / State / Try: this loop has no largest number of turns'],
    },
  },
});
