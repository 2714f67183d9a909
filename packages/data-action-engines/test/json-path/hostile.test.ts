import * as fc from 'fast-check';
import { PathError } from '../../src/json-path';
import { document, resultOf, refusal, stepsOf } from './private-find';

const deep = Array.from({ length: 80 }).reduce<object>((inner) => ({ a: inner, list: [1, 2, 3] }), {});

test.each(['constructor', 'prototype', 'toString', 'hasOwnProperty', '__proto__'])('there is no %s', (name) => {
  expect(refusal(`$.${name}`, document).kind).toBe('PathNotFoundException');
  expect(resultOf(`$.customers[?(@.${name})]`, document)).toEqual([]);
  expect(resultOf(`$['${name}']`, JSON.parse(`{"${name}": 1}`))).toBe(1);
});

test.each([
  ['scans in scans', '$..*..*..*..*', deep],
  ['many scans', `$${'..a'.repeat(40)}`, deep],
  ['a regular expression that tries everything', '$[?(@.s =~ /(a+)+$/)]', [{ s: `${'a'.repeat(40)}!` }]],
  ['one that goes deep', '$[?(@.s =~ /(a|b)*/)]', [{ s: 'ab'.repeat(5000) }]],
  [
    'many searches of a long text',
    "$.l[?($.s contains 'ab')]",
    { s: 'a'.repeat(1_000_000), l: Array.from({ length: 50_000 }, () => 1) },
  ],
  ['many filters in a row', `$${'[?(@.id)]'.repeat(201)}`, { id: 1 }],
  ['many items many times', `$[${'0,'.repeat(4000)}0]${'[*]'.repeat(3)}`, [[[Array(300).fill(1)]]]],
])('%s are too much', (_, path, data) => {
  expect(refusal(path, data).kind).toBe('PathTooCostly');
});

test('what is left again counts no more', () => {
  const items = Array.from({ length: 1_000 }, (_, id) => ({ id }));

  expect(resultOf('$[*].id', items)).toHaveLength(1_000);
});

test.each([
  ['each item that a filter looks at', '[?(1 == 2)]', Array(1_000).fill(1), 1_000],
  ['each part of a condition', '[?(1 == 2 || 1 == 2)]', Array(1_000).fill(1), 3_000],
  ['texts that are compared', '[?(@ == $[0])]', ['a', 'a', 'a', 'a'].map((a) => a.repeat(10_000)), 800],
])('%s costs steps: %s', (_, path, data, steps) => {
  expect(stepsOf(`$${path}`, data)).toBeGreaterThanOrEqual(steps);
});

test.each([
  ['filters', '$[?(@['.repeat(1000)],
  ['parentheses', `$[?(${'('.repeat(3000)}`],
  ['negations', `$[?(${'!('.repeat(3000)}`],
  ['steps', '.a'.repeat(10_000)],
  ['brackets', '['.repeat(5000)],
])('thousands of %s are refused', (_, path) => {
  expect(refusal(path, deep)).toBeInstanceOf(PathError);
});

test('a filter nests up to 50 levels of paths and parentheses; what is closed counts no more', () => {
  const nested = (count: number): string => `${'('.repeat(count)}@.a${')'.repeat(count)}`;
  // The path, the filter and the path in it are levels, too.
  expect(resultOf(`$[?(${nested(47)})]`, [])).toEqual([]);
  expect(resultOf(`$[?(${nested(9)} && ${nested(9)} && ${nested(47)})]`, [])).toEqual([]);
  expect(refusal(`$[?(${nested(48)})]`, deep).message).toContain('is nested deeper than 50 levels');
  expect(refusal(`$[?(${nested(9)} && ${nested(48)})]`, deep).message).toContain('is nested deeper than 50 levels');
});

const piece = fc.constantFrom(
  ...['.id', '.customers', '.address', '..', '.*', '[0]', '[-1]', '[*]', '[0:2]', "['id']", "['id','name']", '[', ']'],
  ...[
    '[?(@.id)]',
    '[?(@.age > 18)]',
    '[?(',
    ')]',
    '@',
    '$',
    '.',
    "'",
    '"',
    ' == ',
    ' && ',
    '!',
    '1',
    'x',
    ' in ',
    '/a/i',
  ],
  ...['.length()', '.sum()', '.first()', ' ', '(', ')', ',', ':', '=~'],
);

test('any path finds something, or is refused', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      try {
        expect(resultOf(`$${pieces.join('')}`, document)).not.toBeUndefined();
      } catch (problem) {
        if (!(problem instanceof PathError)) throw problem;
      }
    }),
    { seed: 20251121, numRuns: 3000 },
  );
});
