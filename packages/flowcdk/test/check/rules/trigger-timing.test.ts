import { conversationAcw, equal, trigger } from '../../../src/triggers';
import type { Definition } from '../../../src/architect/definition';
import { triggerTiming } from '../../../src/check/rules/trigger-timing';
import { findingsOf, ruleTest } from '../graph/private/rule-test';
import { byHand, report } from '../graph/private/trigger-by-hand';

ruleTest(triggerTiming, {
  valid: { 'a delay alone': byHand({ delayBySeconds: 60 }) },
  invalid: {
    'a delay and a time to live': {
      in: byHand({ delayBySeconds: 60, eventTtlSeconds: 60 }),
      finds: ['trigger Finished: both eventTtl and delayBy are given'],
    },
  },
});

const finished = trigger({
  name: 'Finished',
  topic: conversationAcw,
  when: (event) => [equal(event.mediaType, 'VOICE')],
  target: report() as never,
});

test('what a trigger says of itself is not told again', () => {
  const message = 'both eventTtl and delayBy are given';
  const late = { ...finished, eventTtlSeconds: 60, delayBySeconds: 60 };
  const known = { ...late, problems: [{ rule: 'trigger-timing', severity: 'error' as const, message }] };

  expect(findingsOf(triggerTiming, { definitions: [late] })).toEqual([`trigger Finished: ${message}`]);
  expect(findingsOf(triggerTiming, { definitions: [known as Definition] })).toEqual([]);
});
