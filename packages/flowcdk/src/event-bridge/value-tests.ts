import { BlockList, isIP } from 'node:net';
import type { PatternProblem, Scalar } from './pattern';
import { fitsWildcard, readWildcard } from './wildcard';

/** Whether a value fits. */
export type Test = (value: Scalar) => boolean;

/** Tells of a problem. Gives a test that nothing passes, so that the reading of the pattern goes on. */
export type Refuse = (place: string, message: string) => Test;

/** Notes problems of a pattern. */
export const noteIn =
  (problems: PatternProblem[]): Refuse =>
  (place, message) => {
    problems.push({ place, message });
    return () => false;
  };

/** A value as a message shows it, cut where it is long. */
export function quoted(value: unknown): string {
  const text = value === undefined ? 'nothing' : JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}

const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const ofText =
  (fits: (text: string) => boolean): Test =>
  (value) =>
    typeof value === 'string' && fits(value);

const lower = (text: string): string => text.toLowerCase();

/** Makes the test of one text, by the name of the comparison. */
const textTests: Readonly<Record<string, (text: string, place: string, refuse: Refuse) => Test>> = {
  prefix: (text) => ofText((value) => value.startsWith(text)),
  suffix: (text) => ofText((value) => value.endsWith(text)),
  'equals-ignore-case': (text) => {
    const meant = lower(text);
    return ofText((value) => lower(value) === meant);
  },
  wildcard: (text, place, refuse) => {
    const wildcard = readWildcard(text);
    if ('problem' in wildcard) return refuse(place, `${wildcard.problem}, in ${quoted(text)}`);
    return ofText((value) => fitsWildcard(value, wildcard.pieces));
  },
};

/** The tests of a text at one end, in any case. */
const endsInAnyCase: Readonly<Record<string, (text: string) => Test>> = {
  prefix: (text) => ofText((value) => lower(value).startsWith(lower(text))),
  suffix: (text) => ofText((value) => lower(value).endsWith(lower(text))),
};

function textTest(operator: string, operand: unknown, place: string, refuse: Refuse): Test {
  const make = textTests[operator] as NonNullable<(typeof textTests)[string]>;
  if (typeof operand === 'string') return make(operand, place, refuse);
  const inAnyCase = endsInAnyCase[operator];
  if (!inAnyCase) return refuse(place, `expected a text, not ${quoted(operand)}`);
  const within = isPlain(operand) ? operand : {};
  const text = within['equals-ignore-case'];
  if (Object.keys(within).length === 1 && typeof text === 'string') return inAnyCase(text);
  return refuse(place, `expected a text or { "equals-ignore-case": a text }, not ${quoted(operand)}`);
}

/** The largest number that a range may name, and that it can meet (documented). */
const LARGEST = 5e9;
const isInRange = (value: unknown): value is number => typeof value === 'number' && Math.abs(value) <= LARGEST;

const comparisons: Readonly<Record<string, (value: number, bound: number) => boolean>> = {
  '=': (value, bound) => value === bound,
  '<': (value, bound) => value < bound,
  '<=': (value, bound) => value <= bound,
  '>': (value, bound) => value > bound,
  '>=': (value, bound) => value >= bound,
};
const NUMERIC = 'expected ["=", number], one bound such as [">", 0], or two such as [">", 0, "<=", 5]';

function numericTest(operand: unknown, place: string, refuse: Refuse): Test {
  const [operator, bound, second, top, ...others] = Array.isArray(operand) ? (operand as unknown[]) : [];
  const compare = comparisons[String(operator)];
  if (!compare || bound === undefined || others.length > 0) return refuse(place, `${NUMERIC}, not ${quoted(operand)}`);
  const bounds = second === undefined && top === undefined ? [bound] : [bound, top];
  const beyond = bounds.findIndex((number) => !isInRange(number));
  if (beyond >= 0) {
    const at = `${place}[${2 * beyond + 1}]`;
    return refuse(at, `expected a number from −5·10⁹ to 5·10⁹, not ${quoted(bounds[beyond])}`);
  }
  const low = bound as number;
  if (bounds.length === 1) return (value) => isInRange(value) && compare(value, low);
  const below = comparisons[String(second)];
  if (!String(operator).startsWith('>') || !String(second).startsWith('<') || !below)
    return refuse(place, `a range begins with > or >= and ends with < or <=, unlike ${quoted(operand)}`);
  const high = top as number;
  if (low >= high) return refuse(place, `the lower bound ${low} is not below the upper bound ${high}`);
  return (value) => isInRange(value) && compare(value, low) && below(value, high);
}

function cidrTest(operand: unknown, place: string, refuse: Refuse): Test {
  const [address = '', bits = '', ...others] = typeof operand === 'string' ? operand.split('/') : [];
  const version = isIP(address);
  const length = /^\d{1,3}$/.test(bits) ? Number(bits) : -1;
  if (version === 0 || others.length > 0 || length < 0 || length > (version === 4 ? 32 : 128))
    return refuse(place, `expected a block of IP addresses such as "10.0.0.0/24", not ${quoted(operand)}`);
  const block = new BlockList();
  block.addSubnet(address, length, version === 4 ? 'ipv4' : 'ipv6');
  return ofText((value) => isIP(value) === version && block.check(value, version === 4 ? 'ipv4' : 'ipv6'));
}

const EXCEPT =
  'a text, a number, a list of texts or of numbers, or one of prefix, suffix, equals-ignore-case, wildcard';

/** What a value must not be. A value of another type is something else, and fits. */
function exceptTest(operand: unknown, place: string, refuse: Refuse): Test {
  if (typeof operand === 'string' || typeof operand === 'number') return (value) => value !== operand;
  if (Array.isArray(operand)) {
    const kinds = new Set(operand.map((item) => typeof item));
    if (kinds.size !== 1 || !['string', 'number'].includes([...kinds].join()))
      return refuse(place, `expected a list of texts or a list of numbers, not ${quoted(operand)}`);
    const values = new Set<unknown>(operand);
    return (value) => !values.has(value);
  }
  const [[operator, texts] = ['', undefined], ...others] = isPlain(operand) ? Object.entries(operand) : [];
  const make = Object.hasOwn(textTests, operator) ? textTests[operator] : undefined;
  if (!make || others.length > 0) return refuse(place, `expected ${EXCEPT}, not ${quoted(operand)}`);
  const list: readonly unknown[] = Array.isArray(texts) ? texts : [texts];
  const wrong = list.findIndex((text) => typeof text !== 'string' || text === '');
  if (wrong >= 0 || list.length === 0)
    return refuse(
      `${place}.${operator}`,
      `expected a text, or a list of texts, that is not empty, not ${quoted(texts)}`,
    );
  const tests = list.map((text) => make(text as string, `${place}.${operator}`, refuse));
  return (value) => !tests.some((fits) => fits(value));
}

/** The names of comparisons that a value can meet. `exists` asks for the field, not for its value. */
const operators: Readonly<Record<string, (operand: unknown, place: string, refuse: Refuse) => Test>> = {
  ...Object.fromEntries(
    Object.keys(textTests).map((operator) => [
      operator,
      (operand: unknown, place: string, refuse: Refuse) => textTest(operator, operand, place, refuse),
    ]),
  ),
  numeric: numericTest,
  cidr: cidrTest,
  'anything-but': exceptTest,
};

/** The names of all comparisons. */
export const operatorNames: readonly string[] = [...Object.keys(operators), 'exists'];

/** Reads a comparison other than `exists`. */
export function comparison(operator: string, operand: unknown, place: string, refuse: Refuse): Test {
  const make = Object.hasOwn(operators, operator) ? operators[operator] : undefined;
  if (make) return make(operand, `${place}.${operator}`, refuse);
  return refuse(place, `there is no comparison ${quoted(operator)}; there are ${operatorNames.join(', ')}`);
}
