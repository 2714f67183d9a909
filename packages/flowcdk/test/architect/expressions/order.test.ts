import { compareTexts } from '../../../src/architect/expressions/order';

/** Pairs of texts in the order of a dictionary, each before and after the other. */
test.each([
  ['a word before a longer', 'ab', 'abc', false],
  ['a letter before the next, in any case', 'a', 'B', false],
  ['lower case before upper', 'a', 'A', false],
  ['a letter before the same with an accent', 'e', 'é', true],
  ['texts that a dictionary does not tell apart by their characters', 'e\u0301', 'é', false],
  ['without regard to case too', 'E\u0301', 'é', true],
  ['and after their lower case', 'é\u0000', 'É\u0001', true],
])('%s', (_, first, second, ignoreCase) => {
  expect(compareTexts(first, second, ignoreCase)).toBe(-1);
  expect(compareTexts(second, first, ignoreCase)).toBe(1);
});

test.each([
  ['the same text', 'a', 'a', false],
  ['the same but for its case', 'É', 'é', true],
])('%s has the same place', (_, a, b, ignoreCase) => {
  expect(compareTexts(a, b, ignoreCase)).toBe(0);
});
