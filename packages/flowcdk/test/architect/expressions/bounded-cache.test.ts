import { BoundedCache } from '../../../src/architect/expressions/bounded-cache';

describe('a cache of two results', () => {
  const calls: string[] = [];
  const cache = new BoundedCache<string>(2, (text) => {
    calls.push(text);
    return text.toUpperCase();
  });
  const computedFor = (...texts: readonly string[]): readonly string[] => {
    calls.length = 0;
    texts.forEach((text) => cache.get(text));
    return [...calls];
  };

  test('computes the result of a text once', () => {
    expect(cache.get('a')).toBe('A');
    expect(computedFor('a', 'b', 'b', 'a')).toEqual(['b']);
  });

  test('forgets the oldest when it is full, and keeps the newer', () => {
    expect(computedFor('c', 'b', 'c')).toEqual(['c']);
    expect(computedFor('a')).toEqual(['a']);
  });
});
