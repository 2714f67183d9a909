import { compareSame, double, int, JavaException, list, methods, text, type Method } from '../../src/java/method-table';
import { JavaNumber } from '../../src/java/number';
import { JavaCharacter, JavaList, JavaMap, type JavaValue } from '../../src/java/value';
import { Work } from '../../src/java/work';

/** Methods that give their own signature. */
const table = (...signatures: string[]) =>
  methods<null>(
    Object.fromEntries(signatures.map((signature): [string, Method<null>] => [signature, () => signature])),
  );
const whole = JavaNumber.integer(1);
const character = new JavaCharacter('a');

test.each<readonly [string, JavaValue, readonly string[]]>([
  ['a byte', JavaNumber.byte(1), ['int', 'long', 'double', 'Number', 'Object']],
  ['an Integer', whole, ['int', 'long', 'double', 'Integer', 'Number', 'Object']],
  ['a Long', JavaNumber.long(1), ['long', 'double', 'Number', 'Object']],
  ['a BigInteger', JavaNumber.whole(1n, 'BigInteger'), ['Number', 'Object']],
  ['a Float', JavaNumber.float(1), ['double', 'Number', 'Object']],
  ['a Double', JavaNumber.double(1), ['double', 'Number', 'Object']],
  ['a truth', true, ['boolean', 'Object']],
  ['a character', character, ['char', 'Object']],
  ['a text', 'a', ['String', 'Object']],
  ['a list', new JavaList([]), ['Collection', 'Object']],
  ['a map', new JavaMap('given'), ['Map', 'Object']],
  ['nothing', null, ['String', 'Integer', 'Number', 'Collection', 'Map', 'Nothing', 'Object']],
])('%s fits parameters of these types', (_, value, types) => {
  const all = [
    'int',
    'long',
    'double',
    'boolean',
    'char',
    'String',
    'Integer',
    'Number',
    'Collection',
    'Map',
    'Nothing',
  ];
  const fitting = [...all, 'Object'].filter(
    (type) => table(`m(${type})`)('m', null, [value], new Work()) !== undefined,
  );

  expect(fitting).toEqual(types);
});

test.each<readonly [string, readonly JavaValue[], string | undefined]>([
  ['f', [whole], 'f(int)'],
  ['f', ['a'], 'f(String)'],
  ['f', [true], 'f(Object)'],
  ['f', [], undefined],
  ['f', [whole, whole], 'f(int, int)'],
  ['f', [whole, 'a'], undefined],
  ['g', [], 'g()'],
  ['g', [whole], undefined],
  ['h', [], undefined],
  ['h', [whole], undefined],
  ['h', ['a'], 'h(String, Object...)'],
  ['h', ['a', whole, null, 'b'], 'h(String, Object...)'],
  ['none', [], undefined],
])('%s with %o calls %s', (name, args, signature) => {
  const work = new Work();
  const call = table('f(int)', 'f(String)', 'f(Object)', 'f(int, int)', 'g()', 'h(String, Object...)');

  expect(call(name, null, args, work)).toBe(signature);
  expect(work.steps).toBe(signature === undefined ? 0 : 1);
});

test('arguments are read as their types', () => {
  const items = new JavaList(['a']);

  expect([text('a'), int(whole), double(JavaNumber.double(1.5)), list(items)]).toEqual(['a', 1, 1.5, items]);
  expect([int('a'), double('a')]).toEqual([0, NaN]);
});

test.each([
  ['a text', () => text(null)],
  ['a list', () => list(null)],
  ['something to compare with', () => compareSame(null, undefined, () => 0)],
])('nothing in the place of %s throws', (_, act) => {
  expect(act).toThrow(/^NullPointerException$/);
});

test('Java compares with a value of the same class only', () => {
  expect(compareSame(whole, 5, (other) => other - 7).int).toBe(-2);
  expect(() => compareSame('a', undefined, () => 0)).toThrow(
    'ClassCastException: the two values are of different classes',
  );
});

test('an exception prints its name, and its message where it has one', () => {
  expect(new JavaException('A', '').message).toBe('A');
  expect(new JavaException('A', 'b').message).toBe('A: b');
});
