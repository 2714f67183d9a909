import { parsePattern, PatternError } from '../../src/java';
import { matchesWhole, replaceMatches, searchMatch, splitText } from '../../src/java/regex';
import { TooMuch, Work } from '../../src/java/work';

const marked = (text: string, pattern: string): string => replaceMatches(text, pattern, 'x', Infinity, new Work());

const replaced = (text: string, pattern: string, by: string): string =>
  replaceMatches(text, pattern, by, Infinity, new Work());

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

/** Flags hold up to the end of their group, also in its other alternatives. */
test.each([
  ['AB ab', '(?i)aB', 'x x'],
  ['AB Ab ab', '(?i)a(?-i)b', 'AB x x'],
  ['AB Ab', '(?i:a)b', 'AB x'],
  ['aB C', 'a(?i)b|c', 'x x'],
  ['Ab AB', '((?i)a)b', 'x AB'],
  ['a', '(?u)a', 'x'],
  ['a\nb', '.', 'x\nx'],
  ['a\nb', '(?s).', 'xxx'],
  ['a\nb', '(?s:a.)b', 'x'],
  ['abc', '(?x) a b # and\n c', 'x'],
  ['ab', '(?x)a #', 'xb'],
  ['a b', 'a b', 'x'],
  ['a b', '(?x)a\\ b', 'x'],
  ['[{', '(?i)\\[', 'x{'],
])('in %j the pattern %s leaves %j', (text, pattern, left) => {
  expect(marked(text, pattern)).toBe(left);
});

/** Repetitions take as much as they can, `?` as little, and `+` gives nothing back. */
test.each([
  ['aaa', 'a{2}', 'xa'],
  ['aaaa a', 'a{2,}', 'x a'],
  ['aaa', 'a{1,2}', 'xx'],
  ['aaa', 'a{1,2}?', 'xxx'],
  ['ab b', 'a?b', 'x x'],
  ['ab', 'a??', 'xaxbx'],
  ['<a><b>', '<.+>', 'x'],
  ['<a><b>', '<.+?>', 'xx'],
  ['<a><b>', '<.++>', '<a><b>'],
  ['aab', 'a*', 'xxbx'],
  ['b', 'a*', 'xbx'],
  ['b', '(?:ab)*', 'xbx'],
  ['b', '(?:ab)*?', 'xbx'],
  ['aab', 'a*?b', 'x'],
  ['ababab', '(ab){2}', 'xab'],
  ['abab', '(?:ab){1,2}?', 'xx'],
  ['ababc', '(?:ab)++c', 'x'],
  ['abab', '(?:ab)*+ab', 'abab'],
  ['aab', '(?:a*)*b', 'x'],
  ['abab', '(?:a|b){2,3}', 'xb'],
  ['abab a', '(?:a|b){2,}', 'x a'],
  ['b', '(?:a{0,1}){2}b', 'x'],
  ['abab', '(?:ab)*?$', 'xx'],
  ['aaaa', 'a{2}{2}', 'x'],
  ['😀😀a', '😀+', 'xa'],
  ['😀a', '.', 'xx'],
  ['😀😀', '.*😀', 'x'],
  ['a😀', '.*a', 'x😀'],
  ['a😀', '.*?😀', 'x'],
  ['ab', 'a{2}?b', 'ab'],
  ['aab', '^a{1,2}?b', 'x'],
  ['aaab', '^a{1,2}?b', 'aaab'],
  ['\uffffa', '.*a', 'x'],
  ['𐀀a', '.*𐀀a', 'x'],
  ['￿a', '.', 'xx'],
  ['𐀀a', '.', 'xx'],
])('in %j the pattern %s leaves %j', (text, pattern, left) => {
  expect(marked(text, pattern)).toBe(left);
});

/** The first alternative that fits wins. */
test.each([
  ['ab', 'a|ab', 'xb'],
  ['ab', 'ab|a', 'x'],
  ['a', '|a', 'xax'],
  ['abcd', '(a|ab)(c|bcd)', 'x'],
  ['abc', '(?>a|ab)c', 'abc'],
  ['abc', '(?>ab|a)c', 'x'],
  ['aab', '(?>a*)ab', 'aab'],
])('in %j the pattern %s leaves %j', (text, pattern, left) => {
  expect(marked(text, pattern)).toBe(left);
});

/** What stands before or behind is looked at and not taken. */
test.each([
  ['abac', 'a(?=b)', 'xbac'],
  ['a', '(?=)a', 'x'],
  ['a', '(?!b)a', 'x'],
  ['abac', 'a(?!b)', 'abxc'],
  ['abcb', '(?<=a)b', 'axcb'],
  ['abcb', '(?<!a)b', 'abcx'],
  ['abc', '(?<=ab)c', 'abx'],
  ['aa', '(?<=^)a', 'xa'],
  ['aa', '(?<!^)a', 'ax'],
  ['aab', '(?<=a+)b', 'aax'],
])('in %j the pattern %s leaves %j', (text, pattern, left) => {
  expect(marked(text, pattern)).toBe(left);
});

/** Places between characters, with `x` put there. */
test.each([
  ['ab cd', '\\b', 'xabx xcdx'],
  ['ab cd', '\\B', 'axb cxd'],
  [' a', '\\B', 'x a'],
  ['_1-', '\\b', 'x_1x-'],
  ['a\nb', '^', 'xa\nb'],
  ['a\nb', '(?m)^', 'xa\nxb'],
  ['a\r\nb', '(?m)^', 'xa\r\nxb'],
  ['a\n', '(?m)^', 'xa\n'],
  ['a\n\nb', '(?m)^', 'xa\nx\nxb'],
  ['a\rb', '(?m)^', 'xa\rxb'],
  ['a\nb', '(?m)$', 'ax\nbx'],
  ['a\r\nb', '(?m)$', 'ax\r\nbx'],
  ['a\nb\n', '$', 'a\nbx\nx'],
  ['a\r\n', '$', 'ax\r\nx'],
  ['a\r', '$', 'ax\rx'],
  ['a\n\n', '$', 'a\nx\nx'],
  ['\n', '$', 'x\nx'],
  ['ab', '$', 'abx'],
  ['', '$', 'x'],
  ['a\n', '\\Z', 'ax\nx'],
  ['a\n', '\\z', 'a\nx'],
  ['a\na', '\\A', 'xa\na'],
  ['ab', '(?m)$', 'abx'],
])('in %j the pattern %s leaves %j', (text, pattern, left) => {
  expect(marked(text, pattern)).toBe(left);
});

/** Groups keep what they matched last, `\1` matches it again. */
test.each([
  ['abba', '(a)(b)\\2\\1', 'x'],
  ['aA', '(?i)(a)\\1', 'x'],
  ['aA', '(a)\\1', 'aA'],
  ['aa1', '(a)\\11', 'x'],
  ['aa', '(?<n>a)\\k<n>', 'x'],
  ['b', '(a)?\\1b', 'b'],
  ['aabb', '(a|b)\\1', 'xx'],
  ['abab', '(ab)\\1', 'x'],
  ['aba', '(ab)\\1', 'aba'],
  ['abcdefghijj0', '(a)(b)(c)(d)(e)(f)(g)(h)(i)(j)\\10', 'x0'],
  ['a', '(?>())\\1', 'xax'],
  ['eE', '(?i)(e)\\1', 'x'],
  // Without the flag u only ASCII has no case.
  ['éÉ', '(?i)(é)\\1', 'éÉ'],
  // A repetition that matches nothing counts, too.
  ['b', '(a*)*\\1b', 'x'],
  ['b', '(a*){2}\\1b', 'x'],
])('in %j the pattern %s leaves %j', (text, pattern, left) => {
  expect(marked(text, pattern)).toBe(left);
});

/** Escapes stand for characters. */
test.each([
  ['A', '\\x41', 'x'],
  ['A', '\\u0041', 'x'],
  ['😀', '\\x{1F600}', 'x'],
  ['A', '\\0101', 'x'],
  ['ÿ', '\\0377', 'x'],
  [' 0', '\\0400', 'x'],
  ['', '\\07', 'x'],
  ['', '\\cA', 'x'],
  ['	', '[\\t\\f\\a\\e]', 'xxxx'],
  ['\n\r', '\\n\\r', 'x'],
  ['a.b', '\\.', 'axb'],
  ['a\r\nb\nc\rd efg', '\\R', 'axbxcxdxexfxg'],
  ['\n\r', '\\R', 'xx'],
  ['\u000b\u000c\u000e', '\\R', 'xx\u000e'],
  ['ab', '[a-a]', 'xb'],
  ['\u{10ffff}', '\\x{10FFFF}', 'x'],
  ['éA1', '\\p{L}', 'xx1'],
  ['é1', '\\PL', 'éx'],
  ['é1', '\\P{L}', 'éx'],
  ['aB', '\\p{javaLowerCase}', 'xB'],
  ['aB', '\\p{javaUpperCase}', 'ax'],
  ['aα', '\\p{IsGreek}', 'ax'],
  ['aα', '\\p{Script=Greek}', 'ax'],
  ['aα', '\\p{sc=Greek}', 'ax'],
  ['a.bb a-b', '\\Qa.b\\E+', 'x a-b'],
  ['a.b', '\\Qa.b', 'x'],
  ['a', '\\Q\\E', 'xax'],
  ['aZ[b', '(?i)[z\\[]', 'axxb'],
  ['AbZ_', '(?i)[a-z]', 'xxx_'],
  ['@[`{', '(?i)[a-z]', '@[`{'],
  ['azAZ@[`{', '(?i)[A-Z]', 'xxxx@[`{'],
  ['a{', '(?i)[A-\\[]', 'x{'],
  ['Pp0', '(?i)[0-9]', 'Ppx'],
  ['kK', '(?i)k', 'xx'],
  ['éÉ', '(?i)é', 'xÉ'],
])('in %j the pattern %s leaves %j', (text, pattern, left) => {
  expect(marked(text, pattern)).toBe(left);
});

/** The replacement names groups by number or name. */
test.each([
  ['abc', '(b)', '[$0$1]', 'a[bb]c'],
  ['ab', '(?<n>a)', '<${n}>', '<a>b'],
  ['a', 'a', '\\$1\\\\', '$1\\'],
  ['ab', '(a)', '$10', 'a0b'],
  ['ab', '(a)|b', '[$1]', '[a][]'],
  ['ay', '(a)x|ay', '[$1]', '[]'],
  ['ab', '(?:(a)|b)*', '[$1]', '[a][]'],
  ['ac', '(?!(a)b)a', '[$1]', '[]c'],
  ['ab', '(?=(a))ab', '[$1]', '[a]'],
  ['ab', '(?=(a))', '[$1]', '[a]ab'],
  ['ab', '(?>(a))b', '[$1]', '[a]'],
  ['aab', '(a*)*', '[$1]', '[][]b[]'],
  ['aab', '(|a)*?b', '[$1]', '[a]'],
  ['ab', '(?>(?=(a)))', '[$1]', '[a]ab'],
  ['abcdefghijkl', '(a)(b)(c)(d)(e)(f)(g)(h)(i)(j)(k)(l)', '$12$1', 'la'],
])('in %j the pattern %s, replaced by %s, gives %j', (text, pattern, by, result) => {
  expect(replaced(text, pattern, by)).toBe(result);
});

test.each([
  ['$', 'has a $ that names no group; write \\$ for a dollar'],
  ['$x', 'has a $ that names no group; write \\$ for a dollar'],
  ['$2', 'has no group 2'],
  ['${n}', 'has no group named n'],
  ['a\\', 'ends with a \\ that escapes nothing'],
])('the replacement %s is refused: it %s', (by, problem) => {
  expect(() => replaced('a', '(a)', by)).toThrow(problem);
});

test('only so many matches are replaced as are wanted', () => {
  expect(replaceMatches('aaa', 'a', 'x', 1, new Work())).toBe('xaa');
  expect(replaceMatches('aaa', 'a', 'x', 2, new Work())).toBe('xxa');
  expect(replaceMatches('aaa', 'a', 'x', 0, new Work())).toBe('aaa');
});

test('a replacement that grows too long ends before the end of the text', () => {
  const work = new Work();

  expect(() => replaceMatches('a'.repeat(100), 'a', 'b'.repeat(100_000), Infinity, work)).toThrow(TooMuch);
  expect(work.steps).toBeLessThan(50);
});

/** The examples of `String.split` in Java's documentation, and the edges around them. */
test.each([
  ['boo:and:foo', ':', 2, ['boo', 'and:foo']],
  ['boo:and:foo', ':', 5, ['boo', 'and', 'foo']],
  ['boo:and:foo', ':', -2, ['boo', 'and', 'foo']],
  ['boo:and:foo', 'o', 5, ['b', '', ':and:f', '', '']],
  ['boo:and:foo', 'o', -2, ['b', '', ':and:f', '', '']],
  ['boo:and:foo', 'o', 0, ['b', '', ':and:f']],
  ['boo:and:foo', ':', 1, ['boo:and:foo']],
  ['abc', '', 0, ['a', 'b', 'c']],
  [',a', ',', 0, ['', 'a']],
  [',', ',', 0, []],
  ['', ',', 0, ['']],
  ['abc', ',', 0, ['abc']],
  ['a1b22c', '\\d+', 0, ['a', 'b', 'c']],
])('%j split at %s, at most %i pieces', (text, pattern, limit, pieces) => {
  expect(splitText(text, pattern, limit, new Work())).toEqual(pieces);
});

test('a part of a text may match where the whole does not', () => {
  expect(searchMatch('abc', parsePattern('b'), new Work())).toBe(true);
  expect(searchMatch('abc', parsePattern('^b'), new Work())).toBe(false);
  expect(matchesWhole('abc', parsePattern('b'), new Work())).toBe(false);
  expect(matchesWhole('abc', parsePattern('a|abc'), new Work())).toBe(true);
  expect(matchesWhole('ABC', parsePattern('abc', true), new Work())).toBe(true);
});

/** Steps are what ends an expression whose attempts multiply. */
test.each([
  ['each character that is tried', 'b', 1_000, 1_000],
  ['each alternative', '\\z1|\\z2|\\z3', 1_000, 3_000],
  ['each place that a look behind begins at', '(?<=\\A)\\z', 100, 5_000],
  ['each repetition that is given back', 'a*b', 100, 15_000],
  ['each character that a group matches again', '(a{500})\\1', 1_000, 1_000],
  ['each repetition of a group', '(?:\\A){2}\\z', 1_000, 1_000],
])('%s costs a step: %s', (_, pattern, length, steps) => {
  const work = new Work();
  searchMatch('a'.repeat(length), parsePattern(pattern), work);

  expect(work.steps).toBeGreaterThanOrEqual(steps);
});

test('a group repeats a thousand times and is given back, not without end', () => {
  expect(marked('ab'.repeat(1_000), '(?:ab)*')).toBe('xx');
  expect(() => marked('ab'.repeat(2_000), '(?:ab)*')).toThrow('repeats a group of a regular expression too often');
  // An earlier match leaves no room for a longer one.
  expect(() => marked(`${'ab'.repeat(1_000)} ${'ab'.repeat(1_300)}`, '(?:ab)*')).toThrow(TooMuch);
});

test.each([
  ['[a&&', 'has a class that is not closed', 0],
  ['[[a]', 'has a class that is not closed', 0],
  ['[]', 'has a class that is not closed', 0],
  ['x[c-a]', 'has a range that is none', 2],
  ['*a', 'has a * with nothing to repeat', 0],
  ['a|+', 'has a + with nothing to repeat', 2],
  ['a(?', 'has an unknown group', 1],
  ['(?P<a>b)', 'has an unknown group', 0],
  ['a(b', 'has a group that is not closed', 1],
  ['a)', 'has a ) too many', 1],
  ['a\\x{110000}', 'has a code that is no character', 1],
  ['[a\\x{110000}]', 'has a code that is no character', 2],
  ['a{x}', 'has a { that is no count of repetitions', 1],
  ['a{,2}', 'has a { that is no count of repetitions', 1],
  ['a\\', 'ends too early', 2],
  ['(?<n>a)(?<n>b)', 'has two groups named n', 7],
  ['a\\k<n>', 'has no group named n', 1],
  ['a(?q)b', 'has an unknown flag q', 1],
  ['a(?-q:b)', 'has an unknown flag q', 1],
  ['a\\y', 'has an unknown escape \\y', 1],
  ['[a\\b]', 'has an unknown escape in a class', 2],
  ['a\\p{Foo}', 'does not know \\p{Foo}', 1],
  [`${'['.repeat(51)}a${']'.repeat(51)}`, 'is nested deeper than 50 levels', 50],
  [`${'('.repeat(51)}a${')'.repeat(51)}`, 'is nested deeper than 50 levels', 50],
  // What is closed counts no more.
  [`[a][b]${'['.repeat(51)}a${']'.repeat(51)}`, 'is nested deeper than 50 levels', 56],
  [`(a)(b)${'('.repeat(51)}a${')'.repeat(51)}`, 'is nested deeper than 50 levels', 56],
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
