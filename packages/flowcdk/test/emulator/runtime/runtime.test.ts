import { chance } from '../../../src/emulator/runtime/chance';
import type { DataActionRunner } from '../../../src/emulator/runtime/data-actions/data-action-runner';
import { Runtime } from '../../../src/emulator/runtime/runtime';
import type { HttpOutcome } from '../../../src/emulator/runtime/services/http';
import { call, callFlowOf } from './private/calls';
import { livingOrg } from './private/living-org';
import { goodbye, says, textingOrg } from './private/texting';

describe('what ended long ago is forgotten', () => {
  test('a call, with what its agents would do', () => {
    const org = livingOrg({ settings: { keepEnded: 1 } });
    org.number('+33199000001', org.publish(callFlowOf({})));
    const ids = [1, 2].map(() => {
      const { id } = call(org).conversation;
      org.runtime.acd.behaviours.set(id, { answersAfter: 0, talksFor: 0, wrapsUpIn: 0 });
      org.clock.runNow();
      return id;
    });
    expect(ids.map((id) => org.runtime.conversations.has(id))).toEqual([false, true]);
    expect(ids.map((id) => org.runtime.acd.behaviours.has(id))).toEqual([false, true]);
  });

  test('a conversation of messages: the customer begins another one', () => {
    const org = textingOrg([says('Hello'), goodbye], { settings: { keepEnded: 1 } });
    const first = org.write('Hello');
    org.write('Hello', '+33142685301');
    expect(org.runtime.conversations.has(first.id)).toBe(false);
    expect(org.write('Hello again').id).not.toBe(first.id);
  });
});

test('an org that lives again goes on with the analyses of an earlier life', () => {
  const { org, clock, put } = livingOrg();
  put('sentiment', { id: 'c1', score: 40, readyAt: new Date(clock.now() + 60_000).toISOString() });
  const { log } = new Runtime({ org, clock, chance: chance(1), dataActions: () => ({}) as DataActionRunner });
  clock.runNow();
  expect(log.events).toMatchObject([
    { at: Date.UTC(2026, 0, 5, 12, 1), type: 'sentiment.ready', conversationId: 'c1', score: 40 },
  ]);
});

test('nothing leaves an org that has no way out', () => {
  const { clock, runtime } = livingOrg();
  const outcomes: HttpOutcome[] = [];
  runtime.send({ method: 'POST', url: 'https://example.com/', headers: {} })((outcome) => outcomes.push(outcome));
  expect(outcomes).toEqual([]);
  clock.runNow();
  expect(outcomes).toEqual([{ problem: 'noService', message: 'nothing leaves this org' }]);
  expect(clock.now()).toBe(Date.UTC(2026, 0, 5, 12));
});
