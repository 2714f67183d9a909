import type { BusEvent } from '../../../../src/emulator/runtime/bus/bus-event';
import type { BusRule } from '../../../../src/emulator/runtime/bus/rule';
import type { TargetOutcome } from '../../../../src/emulator/runtime/bus/target';
import { TargetDelivery } from '../../../../src/emulator/runtime/bus/target-delivery';
import { VirtualClock } from '../../../../src/emulator/runtime/clock';

const DAY = 86_400_000;
const event = {
  source: 'aws.partner/genesys.com/cloud/org/events',
  account: '123456789012',
  region: 'eu-central-1',
  detail: { topicName: 'topic' },
} as BusEvent;

const ok: TargetOutcome = { ok: true } as TargetOutcome;
const down = { ok: false, isRetried: true, code: 'SDK_CLIENT_ERROR', message: 'down' } as TargetOutcome;
const refused = { ok: false, isRetried: false, code: 'NO_PERMISSIONS', message: 'refused' } as TargetOutcome;

/** A rule whose target comes to these outcomes, the last one again and again; and what becomes of an event. */
function delivering(outcomes: readonly TargetOutcome[], rule: Partial<BusRule> = {}, chance = 0) {
  const clock = new VirtualClock(0);
  const left = [...outcomes];
  const tries: number[] = [];
  const logged: object[] = [];
  const lost: string[] = [];
  const delivery = new TargetDelivery({
    clock,
    chance: { next: () => chance } as never,
    log: { add: (type: string, _: object, fields: object) => logged.push({ type, ...fields }) } as never,
    lose: (_, why) => lost.push(`${clock.now()} ${why}`),
  });
  const whole = {
    name: 'rule',
    maximumAge: DAY,
    maximumRetries: 185,
    deadLettersKeptFor: undefined,
    send: (_: BusEvent, done: (outcome: TargetOutcome) => void) => {
      tries.push(clock.now());
      done((left.length > 1 ? left.shift() : left[0]) as TargetOutcome);
    },
    ...rule,
  } as BusRule;
  delivery.deliver(whole, event);
  return { clock, delivery, rule: whole, tries, logged, lost };
}

test('what a target takes is delivered', () => {
  const { tries, logged } = delivering([ok]);
  expect(tries).toEqual([0]);
  expect(logged).toEqual([{ type: 'bus.delivered', rule: 'rule', topic: 'topic', retries: 0 }]);
});

test('a target that is down is tried again, after pauses that grow to ten minutes', () => {
  const { clock, tries, logged } = delivering([...Array.from({ length: 13 }, () => down), ok], {}, 1);
  clock.runNow();
  const pauses = tries.slice(1).map((at, i) => (at - (tries[i] ?? 0)) / 1000);
  expect(pauses).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 600, 600, 600]);
  expect(logged.slice(0, 2)).toEqual([
    { type: 'bus.failed', rule: 'rule', topic: 'topic', retries: 0, why: 'down' },
    { type: 'bus.failed', rule: 'rule', topic: 'topic', retries: 1, why: 'down' },
  ]);
  expect(logged.at(-1)).toEqual({ type: 'bus.delivered', rule: 'rule', topic: 'topic', retries: 13 });
});

test('the pauses vary: the shortest is half of the longest', () => {
  const { clock, tries } = delivering([down, down, ok], {}, 0);
  clock.runNow();
  expect(tries).toEqual([0, 500, 1_500]);
});

test('without a dead-letter queue what no target takes is lost', () => {
  const { tries, lost, delivery } = delivering([refused]);
  expect(tries).toEqual([0]);
  expect(lost).toEqual(['0 the target of the rule rule did not take it: refused']);
  expect(delivery.deadLetters).toEqual([]);
});

test.each<[what: string, outcome: TargetOutcome, rule: Partial<BusRule>, at: number, attributes: object]>([
  ['at once where another try is of no use', refused, {}, 0, { ERROR_CODE: 'NO_PERMISSIONS', RETRY_ATTEMPTS: '0' }],
  [
    'after the last try',
    down,
    { maximumRetries: 2 },
    1_500,
    { ERROR_CODE: 'SDK_CLIENT_ERROR', RETRY_ATTEMPTS: '2', EXHAUSTED_RETRY_CONDITION: 'MaximumRetryAttempts' },
  ],
  [
    'where no try is wanted',
    down,
    { maximumRetries: 0 },
    0,
    { RETRY_ATTEMPTS: '0', EXHAUSTED_RETRY_CONDITION: 'MaximumRetryAttempts' },
  ],
  [
    'when its time is over, with a last try at that moment',
    down,
    { maximumAge: 60_000 },
    60_000,
    { RETRY_ATTEMPTS: '7', EXHAUSTED_RETRY_CONDITION: 'MaximumEventAgeInSeconds' },
  ],
])('an event becomes a dead letter %s', (_, outcome, rule, at, attributes) => {
  const { clock, delivery, logged } = delivering([outcome], { deadLettersKeptFor: DAY, ...rule });
  clock.runNow(() => false, 100_000);
  expect(delivery.deadLetters).toMatchObject([{ event, rule: 'rule', at, attributes }]);
  if (outcome === refused)
    expect(delivery.deadLetters[0]?.attributes).toEqual({
      RULE_ARN: 'arn:aws:events:eu-central-1:123456789012:rule/aws.partner/genesys.com/cloud/org/events/rule',
      ERROR_CODE: 'NO_PERMISSIONS',
      ERROR_MESSAGE: 'refused',
      RETRY_ATTEMPTS: '0',
    });
  expect(logged.at(-1)).toEqual({
    type: 'bus.deadLettered',
    rule: 'rule',
    topic: 'topic',
    why: outcome === refused ? 'refused' : 'down',
  });
});

test('a dead letter is kept for its time, then lost', () => {
  const { clock, delivery, lost } = delivering([refused], { deadLettersKeptFor: DAY });
  clock.runNow(() => false, DAY - 1);
  expect(delivery.deadLetters).toHaveLength(1);
  clock.runNow();
  expect(delivery.deadLetters).toEqual([]);
  expect(lost).toEqual([`${DAY} the dead-letter queue of the rule rule keeps nothing longer`]);
});

test('dead letters can be taken out, of one rule or of all; they are not lost then', () => {
  const { clock, delivery, rule, lost } = delivering([refused], { deadLettersKeptFor: DAY });
  delivery.deliver({ ...rule, name: 'other' }, event);
  expect(delivery.take('other').map((letter) => letter.rule)).toEqual(['other']);
  expect(delivery.deadLetters.map((letter) => letter.rule)).toEqual(['rule']);
  expect(delivery.take()).toHaveLength(1);
  expect(delivery.take()).toEqual([]);
  clock.runNow();
  expect(lost).toEqual([]);
});
