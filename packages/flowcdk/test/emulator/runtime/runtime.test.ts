import { chance } from '../../../src/emulator/runtime/chance';
import type { DataActionRunner } from '../../../src/emulator/runtime/data-actions/data-action-runner';
import { Runtime } from '../../../src/emulator/runtime/runtime';
import type { HttpOutcome } from '../../../src/emulator/runtime/services/http';
import { call, callFlowOf, type LivingOrg } from './private/calls';
import { livingOrg, MONDAY_NOON } from './private/living-org';
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

describe('an org that lives again goes on with what an earlier life left', () => {
  /** What happens in another life of an org. */
  function again({ org, clock }: LivingOrg): readonly string[] {
    const { log } = new Runtime({ org, clock, chance: chance(1), dataActions: () => ({}) as DataActionRunner });
    clock.runNow(() => false, clock.now() + 120_000);
    return log.events.map(({ at, type }) => `${(at - MONDAY_NOON) / 1000} ${type}`);
  }

  test('analyses', () => {
    const org = livingOrg();
    org.put('sentiment', { id: 'c1', score: 40, readyAt: new Date(MONDAY_NOON + 60_000).toISOString() });
    expect(again(org)).toEqual(['60 sentiment.ready']);
  });

  test('messages on their way', () => {
    const org = livingOrg();
    const sent = { status: 'sent', at: new Date(MONDAY_NOON).toISOString() };
    org.put('sentMessage', {
      id: 'm1',
      channel: 'sms',
      from: '+15550100',
      to: '+331',
      text: 'Hi',
      ...sent,
      states: [sent],
    });
    again(org);
    expect(org.org.get('sentMessage', 'm1')?.status).toBe('delivery-success');
  });

  test('callbacks', () => {
    const before = livingOrg();
    const queue = before.put('queue', { name: 'Support' });
    before.runtime.callbacks.create({ queueId: queue.id, numbers: ['+331'], scheduledAt: MONDAY_NOON + 60_000 }, {});
    const org = livingOrg();
    org.put('queue', queue as never);
    for (const record of before.org.all('callback')) org.org.put('callback', record);
    expect(again(org)).toContain('60 queue.entered');
  });
});

test('nothing leaves an org that has no way out', () => {
  const { clock, runtime } = livingOrg();
  const outcomes: HttpOutcome[] = [];
  runtime.send({ method: 'POST', url: 'https://example.com/', headers: {} })((outcome) => outcomes.push(outcome));
  expect(outcomes).toEqual([]);
  clock.runNow();
  expect(outcomes).toEqual([{ problem: 'noService', message: 'nothing leaves this org' }]);
  expect(clock.now()).toBe(MONDAY_NOON);
});
