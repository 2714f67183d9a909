import { didPool } from '../../src';
import { holdsNumber } from '../../src/routing/did-pool';
import { wrong } from './private/wrong';

test('a pool is named by its numbers', () => {
  const pool = didPool({ first: '+442079460100', last: '+442079460199', provider: 'PURE_CLOUD_VOICE' });

  expect(pool.name).toBe('+442079460100 to +442079460199');
  expect(wrong(pool)).toEqual([]);
});

test.each([
  ['+442079460100', true],
  ['+442079460155', true],
  ['+442079460199', true],
  ['+442079460200', false],
  ['+442079460099', false],
  ['+4420794601', false],
  ['+4420794601555', false],
])('whether it holds %s: %s', (number, expected) => {
  expect(holdsNumber({ first: '+442079460100', last: '+442079460199' }, number)).toBe(expected);
});

test('one number may be a pool', () => {
  expect(wrong(didPool({ first: '+442079460100', last: '+442079460100' }))).toEqual([]);
});

test.each([
  ['020 7946 0100', '+442079460199', '"020 7946 0100" is no telephone number in E.164'],
  ['+442079460100', '+44207946019', 'its first and its last number do not have as many digits'],
  ['+442079460199', '+442079460100', 'it ends before it begins'],
])('from %s to %s is no pool', (first, last, says) => {
  expect(wrong(didPool({ first, last }))).toEqual([expect.stringContaining(`DID pool ${first} to ${last}: ${says}\n`)]);
});
