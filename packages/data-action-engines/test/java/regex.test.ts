import { parsePattern, PatternError } from '../../src/java';
import { matchesWhole, replaceMatches } from '../../src/java/regex';
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

test('a pattern has at most 4096 characters', () => {
  expect(parsePattern('a'.repeat(4096))).toHaveProperty('groups', 0);
  expect(() => parsePattern('a'.repeat(4097))).toThrow('is longer than 4096 characters');
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

/** Counted by Java 17 over the characters from U+0000 to U+20FF. */
test.each([
  ['\\p{Lower}', 26, 2847],
  ['\\p{Upper}', 26, 2015],
  ['\\p{ASCII}', 128, 8128],
  ['\\p{Alpha}', 52, 4862],
  ['\\p{Digit}', 10, 525],
  ['\\p{Alnum}', 62, 5387],
  ['\\p{Punct}', 32, 2086],
  ['\\p{Graph}', 94, 7473],
  ['\\p{Print}', 95, 7505],
  ['\\p{Blank}', 2, 41],
  ['\\p{Cntrl}', 33, 623],
  ['\\p{XDigit}', 22, 1527],
  ['\\p{Space}', 6, 87],
  ['\\d', 10, 525],
  ['\\D', 8438, 35679603],
  ['\\w', 63, 5482],
  ['\\W', 8385, 35674646],
  ['\\s', 6, 87],
  ['\\S', 8442, 35680041],
  ['\\h', 18, 118812],
  ['\\H', 8430, 35561316],
  ['\\v', 7, 16644],
  ['\\V', 8441, 35663484],
  ['.', 8443, 35663507],
])('%s matches %i characters, and the right ones: their codes add up', (pattern, count, sum) => {
  const parsed = parsePattern(pattern);
  const codes = Array.from({ length: 0x2100 }, (_, code) => code).filter((code) =>
    matchesWhole(String.fromCharCode(code), parsed, new Work()),
  );

  expect(codes).toHaveLength(count);
  expect(codes.reduce((total, code) => total + code, 0)).toBe(sum);
});
