import { parsePattern, PatternError } from '../../src/java';
import { replaceMatches } from '../../src/java/regex';
import { Work } from '../../src/java/work';

const marked = (text: string, pattern: string): string => replaceMatches(text, pattern, 'x', Infinity, new Work());

/** What `replaceAll` of Java 17 made of `aab]c&`. */
test.each([
  ['[a&&b]', 'aab]c&'],
  ['[a-c&&[^b]]', 'xxb]x&'],
  ['[^a&&a]', 'aaxxxx'],
  ['[&&a]', 'xxb]c&'],
  ['[a&&]', 'xxb]c&'],
  ['[]a]', 'xxbxc&'],
  ['[^]a]', 'aax]xx'],
  ['[ab&&bc&&b]', 'aax]c&'],
  ['[a&b]', 'xxx]cx'],
  ['[a&&[b][c]]', 'aab]c&'],
  ['[^a[b]]', 'aabxxx'],
  ['[[^a]b]', 'aaxxxx'],
])('the class %s leaves %s', (pattern, left) => {
  expect(marked('aab]c&', pattern)).toBe(left);
});

/** The same of `aab-ce`. */
test.each([
  ['[a-]', 'xxbxce'],
  ['[-a]', 'xxbxce'],
  ['[a\\-c]', 'xxbxxe'],
  ['[\\Qa-c\\E]', 'xxbxxe'],
  ['[a-c-e]', 'xxxxxx'],
])('a minus in %s leaves %s', (pattern, left) => {
  expect(marked('aab-ce', pattern)).toBe(left);
});

test.each([
  ['[a&&', 'has a class that is not closed', 0],
  ['[[a]', 'has a class that is not closed', 0],
  ['[]', 'has a class that is not closed', 0],
  ['x[c-a]', 'has a range that is none', 2],
  [`${'['.repeat(51)}a${']'.repeat(51)}`, 'is nested deeper than 50 levels', 50],
  [`${'('.repeat(51)}a${')'.repeat(51)}`, 'is nested deeper than 50 levels', 50],
  ['a{3,2}', 'has a count that is not between 0 and 10000', 1],
  ['a{10001}', 'has a count that is not between 0 and 10000', 1],
  ['a{1,10001}', 'has a count that is not between 0 and 10000', 1],
])('%s is refused: it %s', (pattern, problem, offset) => {
  expect(() => parsePattern(pattern)).toThrow(PatternError);
  try {
    parsePattern(pattern);
  } catch (thrown) {
    expect(thrown).toMatchObject({ message: problem, offset });
  }
});

test('what is just within the bounds is read', () => {
  for (const pattern of [
    `${'['.repeat(49)}a${']'.repeat(49)}`,
    `${'('.repeat(49)}a${')'.repeat(49)}`,
    'a{10000}',
    'a{2,2}',
  ])
    expect(parsePattern(pattern)).toHaveProperty('expression');
  expect(marked('aab', 'a{2,2}')).toBe('xb');
});
