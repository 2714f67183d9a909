import { parseJsonPath } from '../../../flowcdk/src/data-action';

/** The judgement of Jayway's JsonPath, which the platform's engine behaves like. */
test.each([
  '$',
  '$.total',
  'total',
  '@.id',
  '$.a-b',
  "$['a-b']",
  '$["a-b"]',
  "$['dot.ted'].x",
  '$.customers[0]',
  '$.customers[-1].name',
  "$.customers[0]['id','name']",
  '$.customers.length()',
  '$..price.sum()',
  '$.über.naïve',
])('%s gives one value', (path) => {
  expect(parseJsonPath(path)).toMatchObject({ definite: true });
});

test.each([
  '$.customers[*].id',
  '$.customers.*',
  '$.*',
  // A missing $ becomes "$.", and so a leading dot becomes "..".
  '.total',
  '$..city',
  '$..*',
  "$..['city']",
  '$..customers[0].id',
  '$.customers[0:2].id',
  '$.customers[:-1]',
  '$.customers[-1000:]',
  '$.customers[0,2]',
  "$.customers[?(@.id == 'A1')].name",
  "$.customers[?(@.tier=='gold' && (@.age>40 || !@.vip))].id",
  '$.customers[?(@.name =~ /a.*\\)/i)].id',
  "$.customers[?(@.note == ')]')].id",
  '$.customers[?(@.tags[0]=="z")]',
  "['participants'][?(@.purpose=='agent')]['calls']",
])('%s gives a list', (path) => {
  expect(parseJsonPath(path)).toMatchObject({ definite: false });
});

test.each([
  ['', 'is empty', 0],
  ['$.', 'expected a property name', 2],
  ['$..', 'expected a property name', 3],
  ['$.a b', 'expected . or [', 3],
  ['$.a(b)', expect.stringContaining('does not know the function a()'), 2],
  ["$.a'b'", "this name has to stand in brackets: ['name']", 2],
  ['$.customers [0].id', 'expected . or [', 11],
  ['$.customers[', "expected ['name'], [0], [0:2], [*] or [?(…)]", 11],
  ['$.customers[a]', "expected ['name'], [0], [0:2], [*] or [?(…)]", 11],
  ['$.customers[?(', 'the filter is not closed', 11],
  ['$.customers[?@.id]', 'a filter is written [?(…)]', 11],
  ['$.customers[?( )]', 'the filter is empty', 14],
  ['$.customers[?(@.id', 'the filter is not closed', 11],
  ['$.customers[?(@.id)', 'expected ] after the filter', 19],
  ['$.customers.length().x', 'goes on after a function', 20],
  ['$.customers.append(1 2)', 'expected ) behind the arguments', 20],
  ["$.customers[?(@.name =~ 'x')]", '=~ needs a regular expression between slashes', 14],
  ['$.customers[?(@.name =~ /(/)]', 'the regular expression has a group that is not closed', 25],
  ['$.customers[:]', 'a slice needs a number: [0:2], [1:], [:2]', 11],
  ['$.customers[2147483648]', 'this number is too large', 11],
  ['$.customers[-2147483648]', 'this number is too large', 11],
  ['$.customers[0:2147483648]', 'this number is too large', 11],
  [`$.${'a'.repeat(9_999)}`, 'is longer than 10000 characters', 10_000],
])('%s is refused: %s', (path, problem, offset) => {
  expect(parseJsonPath(path)).toEqual({ problem, offset });
});

test.each([
  ['$.customers[?(@.age>18)][0].id', 'an index after a filter does not choose one of the matches', 24],
  ["$.customers['id','name'].x", 'several names can only stand at the end', 11],
])('%s can be read, but is doubtful: %s', (path, problem, offset) => {
  expect(parseJsonPath(path)).toMatchObject({ doubt: { problem, offset } });
});

test.each([
  '$.customers[2147483647]',
  '$.customers[-2147483647]',
  '$.customers[?(@.id)][0,1].id',
  '$.customers[*][0]',
  '$.customers[0][0]',
  "$.customers['id','name']",
  "$['customers'][0].id",
  ' $.id ',
  `$.${'a'.repeat(9_998)}`,
])('%s can be read and is not doubtful', (path) => {
  const parsed = parseJsonPath(path);

  expect(parsed).toHaveProperty('definite');
  expect(parsed).not.toHaveProperty('doubt');
});

test.each([
  ['$', []],
  ['a', ['a']],
  ["$['a b'].c[0]", ['a b', 'c', 0]],
  ['$["a\\"b"]', ['a"b']],
  ['@.a', undefined],
  ['$.a[*]', undefined],
  ['$.a[0,1]', undefined],
  ['$.a[0:1]', undefined],
  ["$['a','b']", undefined],
  ['$..a', undefined],
  ['$.a.length()', undefined],
])('the path %s consists of these members: %j', (path, members) => {
  expect((parseJsonPath(path) as { readonly members?: unknown }).members).toEqual(members);
});
