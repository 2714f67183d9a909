import { integer, list, type Method, type Methods, methods } from '../../java/method-table';
import { JavaNumber } from '../../java/number';
import { JavaMap, JavaTool, type JavaValue, textOf } from '../../java/value';
import { type Work } from '../../java/work';

/** A number, or the number a text begins with, as Java's `NumberFormat` reads it: `1,234.5 Euro` ⇒ 1234.5. */
function toNumber(value: JavaValue, work: Work): JavaNumber | null {
  if (value instanceof JavaNumber) return value;
  const written = textOf(value, work) ?? '';
  work.scan(written.length);
  const [, sign = '', whole = '', fraction = '', exponent = ''] =
    /^(-?)(?=\d|\.\d|,\d)([\d,]*)(\.\d*)?(E-?\d+)?/.exec(written) ?? [];
  if (whole === '' && fraction === '') return null;
  const number = Number(`${sign}${whole.replaceAll(',', '') || '0'}${fraction === '.' ? '' : fraction}${exponent}`);
  return Number.isSafeInteger(number) ? JavaNumber.long(number) : JavaNumber.double(number);
}

/** A result without fraction is an `Integer` or a `Long`, unless one of `types` has a point. */
function matched(value: number, ...types: readonly JavaNumber[]): JavaNumber {
  if (!Number.isInteger(value) || types.some(({ text }) => text.includes('.'))) return JavaNumber.double(value);
  if (Math.abs(value) >= 2 ** 63) return JavaNumber.long(value > 0 ? 2n ** 63n - 1n : -(2n ** 63n));
  return value > 2 ** 31 - 1 || value < -(2 ** 31) ? JavaNumber.long(value) : integer(value);
}

type Numbers = (numbers: readonly JavaNumber[]) => JavaNumber | null;

/** Gives nothing where an argument is no number. */
const ofNumbers =
  (calculate: Numbers): Method<null> =>
  (_, args, work) => {
    const numbers = args.map((value) => toNumber(value, work));
    const known = numbers.filter((number) => number !== null);
    return known.length === numbers.length ? calculate(known) : null;
  };

const fold =
  (combine: (a: number, b: number) => number, first?: number): Numbers =>
  (numbers) => {
    const doubles = numbers.map(({ double }) => double);
    return matched(
      first === undefined
        ? doubles.length === 0
          ? 0
          : doubles.reduce((a, b) => combine(a, b))
        : doubles.reduce((a, b) => combine(a, b), first),
    );
  };

const divide: Numbers = (numbers) => {
  if (numbers.slice(1).some(({ double }) => double === 0)) return null;
  return fold((a, b) => a / b)(numbers);
};

const two =
  (calculate: (a: JavaNumber, b: JavaNumber) => JavaNumber | null): Numbers =>
  ([a, b]) =>
    a && b ? calculate(a, b) : null;
const operation =
  (calculate: (a: JavaNumber) => JavaNumber | null): Numbers =>
  ([a]) =>
    a ? calculate(a) : null;

/** Cut to an `int`, as a cast does. */
const cast = (value: number): JavaNumber => integer(JavaNumber.double(value).int);

/** Halves go to the even neighbour, as `Math.rint` has it: 2.5 ⇒ 2. */
function halfEven(value: number): number {
  const below = Math.floor(value);
  const rest = value - below;
  if (rest !== 0.5) return Math.round(value);
  return below % 2 === 0 ? below : below + 1;
}

function roundTo(decimals: JavaNumber, value: JavaNumber): JavaNumber {
  let delta = 10;
  for (let i = 1; i < Math.min(decimals.int, 100); i += 1) delta = Math.imul(delta, 10);
  return JavaNumber.double(Math.floor(value.double * delta + 0.5) / delta);
}

const isNumber = (value: JavaValue): boolean => value instanceof JavaNumber;

const sumOf = (numbers: readonly JavaNumber[]): JavaNumber =>
  matched(
    numbers.reduce((sum, { double }) => sum + double, 0),
    ...numbers.slice(0, 1),
  );

/** Gives nothing where an item is no number. */
function total(items: readonly JavaValue[], work: Work): JavaNumber | null {
  work.step(items.length);
  const numbers = items.map((item) => toNumber(item, work));
  return numbers.every((number) => number !== null) ? sumOf(numbers) : null;
}

/** What a path as `a.b` names in a map; undefined where something on the way is no map. */
function memberOf(item: JavaValue, path: string): JavaValue | undefined {
  let value = item;
  for (const name of path.split('.')) {
    if (!(value instanceof JavaMap)) return undefined;
    value = value.find(name) ?? null;
  }
  return value;
}

/** Members that are no numbers count nothing. Gives nothing where an item cannot have the member. */
function totalOf(items: readonly JavaValue[], field: JavaValue | undefined, work: Work): JavaNumber | null {
  work.step(items.length);
  if (typeof field !== 'string') return null;
  const members = items.map((item) => memberOf(item, field));
  if (!members.every((member) => member !== undefined)) return null;
  return sumOf(members.map((member) => toNumber(member, work)).filter((number) => number !== null));
}

const averageOf = (sum: JavaNumber | null, { length }: readonly JavaValue[]): JavaNumber | null =>
  sum && matched(sum.double / length, sum);

/** `$math`: Velocity's MathTool 2.0. Its `random` takes its chance from the caller, so that a run can be repeated. */
export function mathTool(random: () => number): JavaTool {
  // Built only for templates that compute, because few do.
  let known: Methods<null> | undefined;
  const table = (): Methods<null> => (known ??= methodsOf(random));
  return new JavaTool(
    'MathTool',
    (name) => (name === 'random' ? JavaNumber.double(random()) : undefined),
    (name, args, work) => table()(name, null, args, work),
  );
}

const methodsOf = (random: () => number): Methods<null> =>
  methods<null>({
    'add(Object...)': ofNumbers(fold((a, b) => a + b, 0)),
    'sub(Object...)': ofNumbers(fold((a, b) => a - b)),
    'mul(Object...)': ofNumbers(fold((a, b) => a * b, 1)),
    'div(Object...)': ofNumbers(divide),
    // The tool starts from Java's smallest positive double, so it finds no largest one among negative numbers.
    'max(Object...)': ofNumbers(fold((a, b) => Math.max(a, b), Number.MIN_VALUE)),
    'min(Object...)': ofNumbers(fold((a, b) => Math.min(a, b), Number.MAX_VALUE)),
    'pow(Object, Object)': ofNumbers(two((a, b) => matched(a.double ** b.double, a, b))),
    'idiv(Object, Object)': ofNumbers(two((a, b) => (b.int === 0 ? null : cast(a.int / b.int)))),
    'mod(Object, Object)': ofNumbers(two((a, b) => (b.int === 0 ? null : integer(a.int % b.int)))),
    'abs(Object)': ofNumbers(operation((a) => matched(Math.abs(a.double), a))),
    'ceil(Object)': ofNumbers(operation((a) => cast(Math.ceil(a.double)))),
    'floor(Object)': ofNumbers(operation((a) => cast(Math.floor(a.double)))),
    'round(Object)': ofNumbers(operation((a) => cast(halfEven(a.double)))),
    'roundTo(Object, Object)': ofNumbers(two(roundTo)),
    'toInteger(Object)': ofNumbers(operation((a) => integer(a.int))),
    'toDouble(Object)': ofNumbers(operation((a) => JavaNumber.double(a.double))),
    'toNumber(Object)': ofNumbers(operation((a) => a)),
    'getRandom()': () => JavaNumber.double(random()),
    'random(Object, Object)': ofNumbers(
      two((a, b) => {
        const between = (b.double - a.double) * random() + a.double;
        return `${a.text}${b.text}`.includes('.') ? JavaNumber.double(between) : matched(Math.floor(between), a, b);
      }),
    ),
    // Java cannot tell which of its overloads is meant.
    'getTotal(Nothing)': () => null,
    'getAverage(Nothing)': () => null,
    'getTotal(Nothing, String)': () => null,
    'getAverage(Nothing, String)': () => null,
    'getTotal(Collection, String)': (_, [items, field], work) => totalOf(list(items).items, field, work),
    'getAverage(Collection, String)': (_, [items, field], work) =>
      averageOf(totalOf(list(items).items, field, work), list(items).items),
    'getTotal(Collection)': (_, [items], work) => total(list(items).items, work),
    'getAverage(Collection)': (_, [items], work) => averageOf(total(list(items).items, work), list(items).items),
    // Java cannot tell it either where all are numbers, or where there are none.
    'getTotal(Object...)': (_, items, work) => (items.every(isNumber) ? null : total(items, work)),
    'getAverage(Object...)': (_, items, work) => (items.every(isNumber) ? null : averageOf(total(items, work), items)),
  });
