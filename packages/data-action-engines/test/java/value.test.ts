import { hashOrder } from '../../src/java/hash-order';
import { JavaNumber } from '../../src/java/number';
import {
  hash,
  hashIn,
  isEqual,
  JavaCharacter,
  JavaEntry,
  JavaList,
  JavaMap,
  JavaTool,
  type JavaValue,
  textOf,
} from '../../src/java/value';
import { Work } from '../../src/java/work';

const { double, float, integer, long } = JavaNumber;
const list = (...items: JavaValue[]): JavaList => new JavaList(items);
const array = (...items: JavaValue[]): JavaList => new JavaList(items, 'array');
const view = (...items: JavaValue[]): JavaList => new JavaList(items, 'view');
const entry = (key: JavaValue, value: JavaValue): JavaEntry => new JavaEntry(key, value);
const map = (...entries: JavaEntry[]): JavaMap => new JavaMap('given', entries);

test('keys of different classes are different keys', () => {
  const keys = ['1', integer(1), long(1), double(1), true, 'true', null, 'null', 'a', new JavaCharacter('a'), '\0null'];
  const held = map(...keys.map((key, i) => entry(key, integer(i))));

  expect(held.size).toBe(keys.length);
  expect(keys.map((key) => textOf(held.find(key) ?? null, new Work()))).toEqual(keys.map((_, i) => String(i)));
  expect(held.find(false)).toBeUndefined();
});

test('a list is no key', () => {
  expect(() => map().put(list(), null)).toThrow('uses a list or a map as a key, which is not supported');
});

test('a map gives what was there before, and keeps the place of a key', () => {
  const held = map(entry('a', 'x'), entry('b', 'y'));

  expect([held.put('a', 'z'), held.put('c', null), held.remove('b'), held.remove('none')]).toEqual([
    'x',
    null,
    'y',
    null,
  ]);
  expect(textOf(held, new Work())).toBe('{a=z, c=null}');
  expect([held.find('c'), held.find('b')]).toEqual([null, undefined]);
});

/** What `hashCode()` gives in Java. */
test.each<readonly [string, JavaValue, number]>([
  ['a text', 'abc', 96_354],
  ['a long text', 'hello world', 1_794_106_052],
  ['an empty text', '', 0],
  ['true', true, 1231],
  ['false', false, 1237],
  ['an Integer', integer(-7), -7],
  ['a Long', long(5_000_000_000), 705_032_705],
  ['a negative Long', long(-1), 0],
  ['a Double', double(2.5), 1_074_003_968],
  ['a Double with many digits', double(1.1), -1_503_133_693],
  ['a Double without a value', double(-0), -2_147_483_648],
  ['a Float', float(2.1), 1_074_161_254],
  ['a BigInteger of one word', JavaNumber.whole(5n, 'BigInteger'), 5],
  ['a BigInteger of two', JavaNumber.whole((3n << 32n) + 7n, 'BigInteger'), 100],
  ['a BigInteger of three', JavaNumber.whole(-(1n << 64n)), -961],
  ['a BigInteger of an even hash', JavaNumber.whole(-(1n << 64n) - 1n), -962],
  ['a character', new JavaCharacter('B'), 66],
  ['nothing', null, 0],
])('the hash of %s', (_, value, code) => {
  expect(hash(value)).toBe(code);
  expect(hashIn(value, new Work())).toBe(code);
});

test.each<readonly [string, JavaValue, number]>([
  ['an empty list', list(), 1],
  ['a list', list('x', 'y', 'x'), 148_982],
  ['a list in a list', list(list(integer(1))), 63],
  ['a set', view('a', 'b'), 195],
  ['an entry', entry('k', integer(1)), 106],
  ['an entry of nothing', entry('k', null), 107],
  ['a map', map(entry('k', integer(1)), entry('l', integer(2))), 106 + 110],
])('the hash of %s', (_, value, code) => {
  expect(hashIn(value, new Work())).toBe(code);
});

test.each<readonly [string, JavaValue, JavaValue]>([
  ['texts', 'a', 'a'],
  ['nothing', null, null],
  ['numbers of one type', integer(1), integer(1)],
  ['characters', new JavaCharacter('a'), new JavaCharacter('a')],
  ['entries', entry('k', integer(1)), entry('k', integer(1))],
  ['lists', list('a', list('b')), list('a', list('b'))],
  ['sets', view('a'), view('a')],
  ['maps in another order', map(entry('a', null), entry('b', 'x')), map(entry('b', 'x'), entry('a', null))],
])('equal are %s', (_, a, b) => {
  expect(isEqual(a, b, new Work())).toBe(true);
});

test.each<readonly [string, JavaValue, JavaValue]>([
  ['texts of one length', 'ab', 'ac'],
  ['a text and nothing', 'a', null],
  ['nothing and a list', null, list()],
  ['a text and a number', '1', integer(1)],
  ['numbers of two types', integer(1), long(1)],
  ['a number and a list', integer(1), list(integer(1))],
  ['a character and a text', new JavaCharacter('a'), 'a'],
  ['two characters', new JavaCharacter('a'), new JavaCharacter('b')],
  ['a character and a list', new JavaCharacter('a'), list()],
  ['entries of two keys', entry('k', 'x'), entry('l', 'x')],
  ['entries of two values', entry('k', 'x'), entry('k', 'y')],
  ['an entry and a map', entry('k', 'x'), map(entry('k', 'x'))],
  ['a list and a longer one', list('a'), list('a', 'b')],
  ['lists with one other item', list('a', 'b'), list('a', 'c')],
  ['a list and a set', list('a'), view('a')],
  ['two arrays', array('a'), array('a')],
  ['a list and a map', list(), map()],
  ['a map and a list', map(), list()],
  ['maps of two sizes', map(entry('a', 'x')), map(entry('a', 'x'), entry('b', 'y'))],
  ['maps of two keys', map(entry('a', null)), map(entry('b', null))],
  ['maps with one other value', map(entry('a', 'x'), entry('b', 'y')), map(entry('a', 'x'), entry('b', 'z'))],
])('not equal are %s', (_, a, b) => {
  expect(isEqual(a, b, new Work())).toBe(false);
});

test('an array is equal to itself', () => {
  const items = array('a');

  expect(isEqual(items, items, new Work())).toBe(true);
});

test.each([
  ['hashed', hashIn],
  ['printed', textOf],
])('each item of a list that is %s costs a step', (_, act) => {
  const work = new Work();
  act(list(...Array<string>(1_000).fill('')), work);

  expect(work.steps).toBeGreaterThanOrEqual(1_000);
});

test('texts cost what is looked through, maps their entries', () => {
  const costs = (a: JavaValue, b: JavaValue): number => {
    const work = new Work();
    isEqual(a, b, work);
    return work.steps;
  };
  const large = map(...Array.from({ length: 500 }, (_, i) => entry(`k${i}`, null)));

  expect(costs('a'.repeat(10_000), 'b'.repeat(10_000))).toBeGreaterThanOrEqual(100);
  expect(costs('a'.repeat(10_000), 'b')).toBeLessThan(10);
  expect(costs(large, map(...large.entries()))).toBeGreaterThanOrEqual(1_000);
});

const inItself = list('a');
inItself.items.push(inItself);
const mapInItself = map(entry('a', 'x'));
mapInItself.put('me', mapInItself);

test.each<readonly [string, JavaValue, string | null]>([
  ['nothing', null, 'null'],
  ['a truth', true, 'true'],
  ['a list', list('a', null, list(integer(1))), '[a, null, [1]]'],
  ['a map', map(entry('a', 'x'), entry('b', null)), '{a=x, b=null}'],
  ['an entry', entry('a', list()), 'a=[]'],
  ['an array', array('a'), '[Ljava.lang.String;@1'],
  ['a list in itself', inItself, '[a, (this Collection)]'],
  ['a map in itself', mapInItself, '{a=x, me=(this Map)}'],
  ['a tool', new JavaTool('Tool', () => undefined), 'Tool'],
  [
    'a tool that prints',
    new JavaTool(
      'Tool',
      () => undefined,
      undefined,
      () => 'x',
    ),
    'x',
  ],
  [
    'a tool that prints nothing',
    new JavaTool(
      'Tool',
      () => undefined,
      undefined,
      () => null,
    ),
    null,
  ],
])('%s prints as %j', (_, value, text) => {
  expect(textOf(value, new Work())).toBe(text);
});

/** Java's `HashMap` puts an entry into one of 16 buckets, or of 32 for more than 12 entries. */
test.each([
  ['by bucket', [3, 1, 2], [1, 2, 3]],
  ['the same bucket as they came', [33, 1, 17], [33, 1, 17]],
  ['twelve in 16 buckets', [17, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], [17, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]],
  [
    'thirteen in 32 buckets',
    [17, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13],
    [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 17],
  ],
  ['the upper half of a hash counts too', [0x30000, 2], [2, 0x30000]],
  ['a negative hash', [1, -1], [-1, 1]],
])('the order of hashes: %s', (_, hashes, order) => {
  expect(hashOrder(hashes, (code) => code)).toEqual(order);
});
