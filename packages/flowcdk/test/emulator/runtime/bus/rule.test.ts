import { busRule, type BusRuleOptions } from '../../../../src/emulator/runtime/bus/rule';

const DAY = 86_400;
const rule = (options: Omit<BusRuleOptions, 'target'> = {}, name = 'calls') =>
  busRule(name, 'bus', { target: () => undefined, ...options }, () => undefined);

test('a rule tries a day long, up to 185 times, and has no dead-letter queue', () => {
  expect(rule()).toMatchObject({ maximumAge: DAY * 1_000, maximumRetries: 185, deadLettersKeptFor: undefined });
});

test.each<[what: string, deadLetters: BusRuleOptions['deadLetters'], seconds: number | undefined]>([
  ['four days', true, 4 * DAY],
  ['its own time', { keptFor: 3_600 }, 3_600],
  ['a minute at least', { keptFor: 60 }, 60],
  ['14 days at most', { keptFor: 14 * DAY }, 14 * DAY],
  ['nothing without a queue', false, undefined],
])('a dead-letter queue keeps %s', (_, deadLetters, seconds) => {
  expect(rule({ deadLetters }).deadLettersKeptFor).toBe(seconds === undefined ? undefined : seconds * 1_000);
});

test.each<[options: Omit<BusRuleOptions, 'target'>, message: string]>([
  [{ deadLetters: { keptFor: 59 } }, 'deadLetters.keptFor is 59; expected a whole number from 60 to 1209600'],
  [{ deadLetters: { keptFor: 14 * DAY + 1 } }, 'deadLetters.keptFor is 1209601; expected a whole number from 60'],
  [{ deadLetters: { keptFor: 60.5 } }, 'deadLetters.keptFor is 60.5; expected a whole number'],
  [
    { retry: { maximumEventAgeInSeconds: 59 } },
    'retry.maximumEventAgeInSeconds is 59; expected a whole number from 60',
  ],
  [{ retry: { maximumEventAgeInSeconds: DAY + 1 } }, 'is 86401; expected a whole number from 60 to 86400'],
  [{ retry: { maximumRetryAttempts: -1 } }, 'retry.maximumRetryAttempts is -1; expected a whole number from 0 to 185'],
  [{ retry: { maximumRetryAttempts: 186 } }, 'retry.maximumRetryAttempts is 186'],
])('%j is refused', (options, message) => {
  expect(() => rule(options)).toThrow(message);
});

test.each(['a', 'a-b_c.9', 'a'.repeat(64)])('a rule may be called %s', (name) => {
  expect(rule({}, name).name).toBe(name);
});

test.each(['', 'a b', 'a'.repeat(65)])('a rule may not be called %p', (name) => {
  expect(() => rule({}, name)).toThrow('a rule has 1 to 64 letters, digits, dots, hyphens and underscores as its name');
});
