import { inWords, knownDuration, knownNumber, knownText } from '../../src/check/known-values';
import { expressionOf, literal, noValue, type ValueNode } from '../../src/architect/values';
import type { Place } from '../../src/check/rule';
import { flowIn } from './graph/private/edges';
import { string, workflow } from './graph/private/flows';

const flow = flowIn(workflow('- endWorkflow: { name: End }', { variables: string('Flow.x') }));
const place = { flow } as Place;
const exp = (text: string): ValueNode => expressionOf(text);

test.each([
  [0, '0 seconds'],
  [1000, '1 second'],
  [1500, '1.5 seconds'],
  [59_000, '59 seconds'],
  [60_000, '1 minute'],
  [90_000, '90 seconds'],
  [120_000, '2 minutes'],
  [3_600_000, '1 hour'],
  [5_400_000, '90 minutes'],
  [7_200_000, '2 hours'],
  [-120_000, '-2 minutes'],
])('%d milliseconds are %s', (milliseconds, words) => expect(inWords(milliseconds)).toBe(words));

test('a number is known where it is a literal or the same in every run', () => {
  expect(knownNumber(literal(5), place)).toBe(5);
  expect(knownNumber(exp('2 * 3'), place)).toBe(6);
  expect(knownNumber(exp('Flow.x'), place)).toBeUndefined();
  expect(knownNumber(literal('5'), place)).toBeUndefined();
  expect(knownNumber(exp('2 *'), place)).toBeUndefined();
  expect(knownNumber(undefined, place)).toBeUndefined();
});

test('a text is known where it is a literal or the same in every run', () => {
  expect(knownText(literal('hello'), place)).toBe('hello');
  expect(knownText(exp('Append("a", "b")'), place)).toBe('ab');
  expect(knownText(exp('Append("a", Flow.x)'), place)).toBeUndefined();
  expect(knownText(literal(5), place)).toBeUndefined();
  expect(knownText(noValue, place)).toBeUndefined();
});

test('a duration is known in milliseconds', () => {
  expect(knownDuration(literal({ minutes: 1, seconds: 30 }), place)).toBe(90_000);
  expect(knownDuration(exp('MakeDuration(0, 0, 2, 0)'), place)).toBe(120_000);
  expect(knownDuration(exp('5'), place)).toBeUndefined();
  expect(knownDuration(literal(5), place)).toBeUndefined();
});
