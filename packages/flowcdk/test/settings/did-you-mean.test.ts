import { didYouMean } from '../../src/ground/did-you-mean';

const known = ['baseUrl', 'timeout', 'countryCode', 'key', 'to'];

it.each<[written: string, expected: string | undefined, rule: string]>([
  ['baseURL', 'baseUrl', 'other case'],
  ['timout', 'timeout', 'a letter is missing'],
  ['tiemout', 'timeout', 'two letters are swapped'],
  ['country_code', 'countryCode', 'another way to join words'],
  ['kay', 'key', 'a short name with another letter'],
  ['kai', undefined, 'too different for so short a name'],
  ['url', undefined, 'another word'],
  ['', undefined, 'nothing'],
  ['x'.repeat(100_000), undefined, 'no name at all'],
])('%.20s → %s: %s', (written, expected) => {
  expect(didYouMean(written, known)).toBe(expected);
});
