import { didPool } from '../../src';
import { holdsNumber } from '../../src/routing/did-pool';
import { wrong } from './private/wrong';

test('a pool may be as large as it wants', () => {
  const pool = didPool({ name: 'All', first: '+442079460000', last: '+442079469999', provider: 'PURE_CLOUD_VOICE' });

  expect(wrong(pool)).toEqual([]);
});

test('a pool needs a name', () => {
  expect(wrong(didPool({ name: '', first: '+442079460100', last: '+442079460199' }))).toEqual([
    'a DID pool has no name\n    Give it the name the organisation should show.',
  ]);
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
  expect(wrong(didPool({ name: 'One', first: '+442079460100', last: '+442079460100' }))).toEqual([]);
});

test.each([
  ['020 7946 0100', '+442079460199', '"020 7946 0100" is no telephone number in E.164'],
  ['+442079460100', '+44207946019', 'its first and its last number do not have as many digits'],
  ['+442079460199', '+442079460100', 'it ends before it begins'],
])('from %s to %s is no pool', (first, last, says) => {
  expect(wrong(didPool({ name: 'Support', first, last }))).toEqual([
    expect.stringContaining(`DID pool Support: ${says}\n`),
  ]);
});
