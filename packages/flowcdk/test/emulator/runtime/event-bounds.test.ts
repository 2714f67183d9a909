import { bounded, bytesOf, isCut, LONGEST_TEXT } from '../../../src/emulator/runtime/event-bounds';
import type { LoggedEvent } from '../../../src/emulator/runtime/events';

const eventOf = (value: unknown): LoggedEvent =>
  ({ number: 1, at: 0, type: 'variable.set', variable: 'Flow.value', value }) as unknown as LoggedEvent;

const boundedValue = (value: unknown): unknown =>
  (bounded(eventOf(value)).event as unknown as { readonly value: unknown }).value;

describe('an event that is not long', () => {
  test.each<[what: string, value: unknown]>([
    ['a number', 5],
    ['nothing', null],
    ['no value', undefined],
    ['an object in a list', [{ a: ['b', null, { c: true }] }, {}]],
  ])('stays the same object: %s', (_, value) => {
    const event = eventOf(value);
    const { event: kept } = bounded(event);
    expect(kept).toBe(event);
    expect(isCut(kept)).toBe(false);
  });
});

test('an event that lacks something says so', () => {
  expect(isCut(bounded(eventOf('x'.repeat(LONGEST_TEXT + 1))).event)).toBe(true);
  expect(isCut(bounded(eventOf(['x'.repeat(LONGEST_TEXT + 1)])).event)).toBe(true);
});

test('around what is cut, everything stays', () => {
  const long = 'x'.repeat(LONGEST_TEXT + 1);
  const cut = `${'x'.repeat(LONGEST_TEXT)}… (1 more character)`;
  expect(boundedValue({ a: 1, b: long, c: [2] })).toEqual({ a: 1, b: cut, c: [2] });
  expect(boundedValue([1, long, [2]])).toEqual([1, cut, [2]]);
});

test.each<[what: string, value: object]>([
  ['numbers', Array.from({ length: 100_000 }, (_, i) => i)],
  ['fields', Object.fromEntries(Array.from({ length: 100_000 }, (_, i) => [`f${i}`, i]))],
  ['empty lists', Array.from({ length: 100_000 }, () => [])],
  ['long names of fields', Object.fromEntries(['a', 'b', 'c', 'd'].map((name) => [name.repeat(50_000), 1]))],
])('too many or too long %s are cut', (_, value) => {
  const kept = boundedValue(value) as object;
  expect(Object.keys(kept).length).toBeLessThan(Object.keys(value).length);
  expect(Object.entries(kept)[0]).toEqual(Object.entries(value)[0]);
  expect(JSON.stringify(kept)).toMatch(/\(\d+ more (item|field)s?\)/);
});

test.each([
  ['the first that takes two places', '\u{10000}'],
  ['an emoji', '😀'],
  ['the last there is', '\u{10FFFF}'],
])('a cut never leaves half of a character: %s', (_, character) => {
  const before = 'x'.repeat(LONGEST_TEXT - 1);
  expect(boundedValue(`${before}${character}`)).toBe(`${before}… (1 more character)`);
  expect(boundedValue(`${before.slice(1)}${character}y`)).toBe(`${before.slice(1)}${character}… (1 more character)`);
});

describe('the estimate of bytes', () => {
  const text = 'x'.repeat(1_000);

  test.each<[what: string, more: unknown, less: unknown, bytes: number]>([
    ['a character takes two', `${text}${text}`, text, 2_000],
    ['the texts of a list are added up', [text, text, text], [text], 4_000],
    ['the texts of fields are added up', { a: { b: text, c: text } }, { a: { b: text } }, 2_000],
    ['a number takes some', [1, 2, 3], [1, 2], 8],
    ['nothing takes some', [null, null], [null], 8],
  ])('%s', (_, more, less, bytes) => {
    expect(bytesOf(more) - bytesOf(less)).toBeGreaterThanOrEqual(bytes);
    expect(bytesOf(more) - bytesOf(less)).toBeLessThan(bytes + 200);
  });

  test('a text alone takes hardly more than its characters', () => {
    expect(bytesOf(text)).toBeGreaterThanOrEqual(2_000);
    expect(bytesOf(text)).toBeLessThan(2_100);
  });
});
