import { jsonText } from '../java/json';
import { compareNumbers, JavaNumber } from '../java/number';
import { matchesWhole } from '../java/regex';
import { isEqual, JavaList, JavaMap, type JavaValue } from '../java/value';
import type { PathContext } from './context';
import { PathError } from './path-error';
import { type Condition, type JsonPath, type Operand, type Operator } from './tree';

/** Whether an item meets a filter's condition. The engine looks at the last part first, which decides what fails. */
export function meets(condition: Condition, item: JavaValue, context: PathContext): boolean {
  context.work.step();
  switch (condition.kind) {
    case 'and':
      return meets(condition.right, item, context) && meets(condition.left, item, context);
    case 'or':
      return meets(condition.right, item, context) || meets(condition.left, item, context);
    case 'not':
      return !meets(condition.what, item, context);
    case 'exists':
      // Null counts as absent.
      return (valueAt(condition.path, item, context) ?? null) !== null;
    case 'compare':
      return compares(condition, item, context);
  }
}

/** The value of a path in a filter; undefined where it finds nothing. */
function valueAt(path: JsonPath, item: JavaValue, context: PathContext): JavaValue | undefined {
  try {
    return context.find(path, item, context);
  } catch (problem) {
    if (problem instanceof PathError && problem.kind === 'PathNotFoundException') return undefined;
    throw problem;
  }
}

/** A comparison with an absent value never holds, not even `!=`. */
function compares(
  { operator, left, right }: Extract<Condition, { kind: 'compare' }>,
  item: JavaValue,
  context: PathContext,
): boolean {
  if (operator === '=~') return matches(left, right, item, context);
  const a = operandOf(left, item, context);
  const b = expectedOf(right, item, context);
  if (operator === '===' || operator === '!==') {
    const [x, y] = [typedOf(left, a), typedOf(right, b)];
    return x !== undefined && y !== undefined && isEqual(x, y, context.work) === (operator === '===');
  }
  if (operator === 'empty' && b !== undefined) return isEmpty(a) === (b === 'true' || b === true);
  if (a === undefined || b === undefined) return false;
  if (typeof a === 'string' && typeof b === 'string') context.work.scan(a.length + b.length);
  return Object.hasOwn(ordered, operator) ? inOrder(operator, a, b) : amongst(operator, a, b, context);
}

function operandOf(operand: Operand, item: JavaValue, context: PathContext): JavaValue | undefined {
  if (operand.kind === 'path') return valueAt(operand.path, item, context);
  if (operand.kind === 'pattern') return operand.source;
  return operand.kind === 'literal' ? operand.text : operand.value;
}

/** On the right side `\'` is a quote. On the left side the engine keeps the backslash. */
function expectedOf(operand: Operand, item: JavaValue, context: PathContext): JavaValue | undefined {
  return operand.kind === 'literal' ? operand.text.replaceAll("\\'", "'") : operandOf(operand, item, context);
}

/** Only `===` and `!==` tell the number 1 from the text '1'. */
function typedOf(operand: Operand, value: JavaValue | undefined): JavaValue | undefined {
  if (operand.kind !== 'literal' || operand.quoted) return value;
  if (operand.text === 'null') return null;
  if (operand.text === 'true' || operand.text === 'false') return operand.text === 'true';
  return /^-?\d+(?:\.\d+)?$/.test(operand.text) ? JavaNumber.read(operand.text) : value;
}

function matches(left: Operand, right: Operand, item: JavaValue, context: PathContext): boolean {
  const [pattern, other] = left.kind === 'pattern' ? [left, right] : [right, left];
  const value = operandOf(other, item, context);
  if (pattern.kind !== 'pattern' || value === undefined || value === null) return false;
  return matchesWhole(typeof value === 'string' ? value : jsonText(value, context.work), pattern.pattern, context.work);
}

/** Whether a comparison holds, by the order of the expected value to the actual one. */
const ordered: Readonly<Record<string, (order: number) => boolean>> = {
  '==': (order) => order === 0,
  '!=': (order) => order !== 0,
  '>': (order) => order < 0,
  '>=': (order) => order <= 0,
  '<': (order) => order > 0,
  '<=': (order) => order >= 0,
};

function inOrder(operator: Operator, value: JavaValue, expected: JavaValue): boolean {
  if (operator !== '==' && operator !== '!=' && (value === null) !== (expected === null)) return false;
  const order = orderOf(expected, value);
  return order !== undefined && ordered[operator]?.(order) === true;
}

/**
 * The order of the expected value (the right side) to the actual one, as the engine compares them: a text on the right
 * compares with a number as a number, with a boolean as a boolean; the word `null` is null. Undefined where the two
 * cannot be compared.
 */
function orderOf(expected: JavaValue, value: JavaValue): number | undefined {
  const [a, b] = [isNullish(expected), isNullish(value)];
  if (a || b) return Number(b) - Number(a);
  if (typeof expected === 'string' && typeof value === 'string')
    return expected < value ? -1 : expected > value ? 1 : 0;
  if (value instanceof JavaNumber) {
    const number = typeof expected === 'string' ? numberOf(expected) : expected;
    return number instanceof JavaNumber ? compareNumbers(number, value) : undefined;
  }
  if (typeof value !== 'boolean') return undefined;
  const flag = typeof expected === 'string' ? expected.toLowerCase() === 'true' : expected;
  return typeof flag === 'boolean' ? Number(flag) - Number(value) : undefined;
}

const isNullish = (value: JavaValue): boolean => value === null || value === 'null';

function numberOf(text: string): JavaNumber {
  if (/^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,9})?$/.test(text)) return JavaNumber.read(text.replace(/^\+/, ''));
  throw new PathError('NumberFormatException', `'${text}' is compared with a number, but is none`);
}

/** The operators on lists and sizes, which version 2.0.0 of the engine does not have in its paths. */
function amongst(operator: Operator, value: JavaValue, expected: JavaValue, context: PathContext): boolean {
  const isIn = (item: JavaValue, list: readonly JavaValue[]): boolean =>
    list.some((each) => isEqual(item, each, context.work) || orderOf(each, item) === 0);
  if (operator === 'size') return sizeOf(value) !== undefined && sizeOf(value) === sizeWanted(expected);
  if (operator === 'contains') {
    if (typeof value === 'string') return typeof expected === 'string' && value.includes(expected);
    // A literal is compared with each item by the item's type.
    return value instanceof JavaList && value.items.some((item) => isIn(item, [expected]));
  }
  if (!(expected instanceof JavaList)) return false;
  if (operator === 'in') return isIn(value, expected.items);
  if (operator === 'nin') return !isIn(value, expected.items);
  if (!(value instanceof JavaList)) return false;
  if (operator === 'subsetof') return value.items.every((item) => isIn(item, expected.items));
  const some = value.items.some((item) => isIn(item, expected.items));
  return operator === 'anyof' ? some : !some;
}

const isEmpty = (value: JavaValue | undefined): boolean | undefined =>
  typeof value === 'string' || value instanceof JavaList || value instanceof JavaMap ? sizeOf(value) === 0 : undefined;

const sizeOf = (value: JavaValue): number | undefined => {
  if (typeof value === 'string') return value.length;
  if (value instanceof JavaList) return value.items.length;
  return undefined;
};

const sizeWanted = (expected: JavaValue): number | undefined => {
  if (typeof expected === 'string') return Number(expected);
  return expected instanceof JavaNumber ? expected.int : sizeOf(expected);
};
