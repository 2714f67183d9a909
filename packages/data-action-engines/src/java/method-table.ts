import { JavaNumber, type NumberType } from './number';
import { JavaCharacter, JavaList, JavaMap, type JavaValue } from './value';
import { type Work } from './work';

/** An exception that a Java method throws. */
export class JavaException extends Error {
  constructor(
    /** `StringIndexOutOfBoundsException` */
    readonly exception: string,
    message: string,
  ) {
    super(message === '' ? exception : `${exception}: ${message}`);
  }
}

/** Does the work of a method. The arguments fit the parameters that its signature names. */
export type Method<S> = (self: S, args: readonly JavaValue[], work: Work) => JavaValue;

interface Overload<S> {
  readonly parameters: readonly string[];
  readonly run: Method<S>;
}

/** The methods of a class, by name and arguments. */
export type Methods<S> = (name: string, self: S, args: readonly JavaValue[], work: Work) => JavaValue | undefined;

/**
 * Methods by signature: `'substring(int, int)': (self, [from, to]) => …`. The first overload that fits runs, so more
 * specific overloads come first. A call that no method fits gives undefined. `Object...` takes any number of arguments.
 */
export function methods<S>(bySignature: Readonly<Record<string, Method<S>>>): Methods<S> {
  const byName = new Map<string, Overload<S>[]>();
  for (const [signature, run] of Object.entries(bySignature)) {
    const [, name = '', list = ''] = /^(\w+)\((.*)\)$/.exec(signature) ?? [];
    const parameters = list === '' ? [] : list.split(', ');
    byName.set(name, [...(byName.get(name) ?? []), { parameters, run }]);
  }
  return (name, self, args, work) => {
    const method = byName.get(name)?.find(({ parameters }) => accepts(parameters, args));
    if (!method) return undefined;
    work.step();
    return method.run(self, args, work);
  };
}

function accepts(parameters: readonly string[], args: readonly JavaValue[]): boolean {
  if (parameters.at(-1) === 'Object...') {
    const fixed = parameters.length - 1;
    return args.length >= fixed && parameters.slice(0, fixed).every((type, i) => fits(type, args[i] ?? null));
  }
  return parameters.length === args.length && parameters.every((type, i) => fits(type, args[i] ?? null));
}

/** Types of numbers that Java passes where an `int` is expected. */
const fitsInt: ReadonlySet<NumberType> = new Set(['Byte', 'Short', 'Integer']);

const kinds: Readonly<Record<string, (value: JavaValue) => boolean>> = {
  int: (value) => value instanceof JavaNumber && fitsInt.has(value.type),
  long: (value) => value instanceof JavaNumber && (fitsInt.has(value.type) || value.type === 'Long'),
  double: (value) => value instanceof JavaNumber && value.type !== 'BigInteger',
  boolean: (value) => typeof value === 'boolean',
  char: (value) => value instanceof JavaCharacter,
  String: (value) => value === null || typeof value === 'string',
  Integer: (value) => value === null || (value instanceof JavaNumber && value.type === 'Integer'),
  Number: (value) => value === null || value instanceof JavaNumber,
  Collection: (value) => value === null || value instanceof JavaList,
  Map: (value) => value === null || value instanceof JavaMap,
  Nothing: (value) => value === null,
  Object: () => true,
};

const fits = (type: string, value: JavaValue): boolean => kinds[type]?.(value) ?? false;

/** A text argument. Null throws, as in Java. */
export function text(value: JavaValue | undefined): string {
  if (typeof value === 'string') return value;
  throw new JavaException('NullPointerException', '');
}

/** A whole number argument. */
export const int = (value: JavaValue | undefined): number => (value instanceof JavaNumber ? value.int : 0);

export const double = (value: JavaValue | undefined): number => (value instanceof JavaNumber ? value.double : NaN);

/** A list argument. */
export function list(value: JavaValue | undefined): JavaList {
  if (value instanceof JavaList) return value;
  throw new JavaException('NullPointerException', '');
}

/** `compareTo`: Java compares with a value of the same class only. */
export function compareSame<T>(
  other: JavaValue | undefined,
  sameClass: T | undefined,
  compare: (other: T) => number,
): JavaNumber {
  if (sameClass !== undefined) return integer(compare(sameClass));
  if (other === null || other === undefined) throw new JavaException('NullPointerException', '');
  throw new JavaException('ClassCastException', 'the two values are of different classes');
}

/** The result of a method that gives an `int`. */
export const integer = (value: number): JavaNumber => JavaNumber.integer(value);
