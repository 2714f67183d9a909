import { EventPatternError, type PatternProblem, type Scalar } from './pattern';
import { comparison, noteIn, quoted, type Refuse, type Test } from './value-tests';

/** The values that will do for a field. */
interface Values {
  readonly exact: ReadonlySet<Scalar>;
  readonly tests: readonly Test[];
  /** The field may be missing. */
  readonly absent: boolean;
}

/** The fields that an object must have. */
interface Fields {
  readonly values: readonly (readonly [name: string, Values])[];
  readonly objects: readonly (readonly [name: string, Fields])[];
  /** Of each list one must match. */
  readonly choices: readonly (readonly Fields[])[];
  /** The pattern says only that fields are missing. */
  readonly asksForAbsence: boolean;
}

/** A pattern that was checked and can be compared with events. */
export interface ReadPattern {
  /** Whether an event, as JSON gives it, fits the pattern. */
  matches(event: unknown): boolean;
}

/** How many combinations the lists of `$or` may give together (documented). */
const MOST_COMBINATIONS = 1_000;
/** The longest pattern of a rule, in characters of JSON (the API's bound for PutRule). */
const LONGEST = 4_096;

type PlainObject = Readonly<Record<string, unknown>>;
const isPlain = (value: unknown): value is PlainObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Reads an event pattern, and refuses what EventBridge refuses.
 *
 * Within a list of objects, all fields must fit the same item. The comparison of a number that the pattern names is one
 * of values: how the JSON of an event spells it (300 or 300.0) is not known here, while EventBridge compares spellings
 * (documented).
 *
 * @throws EventPatternError with every place that is wrong
 *
 * @example
 * ```ts
 * readPattern({ source: [{ prefix: 'aws.partner/' }] }).matches({ source: 'aws.partner/genesys.com' }); // true
 * ```
 */
export function readPattern(pattern: unknown): ReadPattern {
  const problems: PatternProblem[] = [];
  const refuse = noteIn(problems);
  const fields = readFields(pattern, '', refuse);
  if (problems.length === 0) {
    const { length } = JSON.stringify(pattern);
    const combinations = combinationsOf(fields);
    if (length > LONGEST) refuse('', `it has ${length} characters of JSON, more than ${LONGEST}`);
    if (combinations > MOST_COMBINATIONS)
      refuse('', `its $or give ${combinations} combinations, more than ${MOST_COMBINATIONS}`);
  }
  if (problems.length > 0) throw new EventPatternError(problems);
  return { matches: (event) => fitsFields(event, fields) };
}

/**
 * The problems of a pattern; none if it is valid.
 *
 * @example
 * ```ts
 * patternProblems({ source: 'aws.partner/' }).map(({ place }) => place);
 * ```
 */
export function patternProblems(pattern: unknown): readonly PatternProblem[] {
  try {
    readPattern(pattern);
    return [];
  } catch (problem) {
    if (problem instanceof EventPatternError) return problem.problems;
    throw problem;
  }
}

const nothing: Fields = { values: [], objects: [], choices: [], asksForAbsence: false };

function readFields(pattern: unknown, place: string, refuse: Refuse): Fields {
  if (!isPlain(pattern) || Object.keys(pattern).length === 0) {
    refuse(place, `expected an object with at least one field, not ${quoted(pattern)}`);
    return nothing;
  }
  const values: [string, Values][] = [];
  const objects: [string, Fields][] = [];
  const choices: (readonly Fields[])[] = [];
  for (const [name, part] of Object.entries(pattern)) {
    const at = place === '' ? name : `${place}.${name}`;
    if (name === '$or') choices.push(readChoice(part, at, refuse));
    else if (Array.isArray(part)) values.push([name, readValues(part, at, refuse)]);
    else if (isPlain(part)) objects.push([name, readFields(part, at, refuse)]);
    else refuse(at, `expected a list of values or an object, not ${quoted(part)}; write [${quoted(part)}]`);
  }
  const asksForAbsence =
    values.every(([, { exact, tests, absent }]) => absent && exact.size === 0 && tests.length === 0) &&
    objects.every(([, inner]) => inner.asksForAbsence) &&
    choices.flat().every((inner) => inner.asksForAbsence);
  return { values, objects, choices, asksForAbsence };
}

function readChoice(part: unknown, place: string, refuse: Refuse): readonly Fields[] {
  const patterns: readonly unknown[] = Array.isArray(part) ? part : [];
  if (patterns.length < 2) refuse(place, `expected a list of two or more patterns, not ${quoted(part)}`);
  return patterns.map((pattern, index) => readFields(pattern, `${place}[${index}]`, refuse));
}

function readValues(list: readonly unknown[], place: string, refuse: Refuse): Values {
  const exact = new Set<Scalar>();
  const tests: Test[] = [];
  let absent = false;
  if (list.length === 0) refuse(place, 'expected at least one value; an empty list matches nothing');
  for (const [index, value] of list.entries()) {
    const at = `${place}[${index}]`;
    if (Array.isArray(value)) refuse(at, `a list within a list is not allowed: ${quoted(value)}`);
    else if (!isPlain(value)) exact.add(value as Scalar);
    else if (Object.keys(value).length !== 1) refuse(at, `expected one comparison, not ${quoted(value)}`);
    else {
      const [[operator, operand]] = Object.entries(value) as [[string, unknown]];
      if (operator !== 'exists') tests.push(comparison(operator, operand, at, refuse));
      else if (operand === true) tests.push(() => true);
      else if (operand === false) absent = true;
      else refuse(`${at}.exists`, `expected true or false, not ${quoted(operand)}`);
    }
  }
  return { exact, tests, absent };
}

/** How many patterns without `$or` the pattern stands for. */
const combinationsOf = ({ objects, choices }: Fields): number =>
  objects.reduce((product, [, inner]) => product * combinationsOf(inner), 1) *
  choices.reduce((product, choice) => product * choice.reduce((sum, inner) => sum + combinationsOf(inner), 0), 1);

function fitsFields(value: unknown, fields: Fields): boolean {
  if (Array.isArray(value) && value.length > 0) {
    const fits = (item: unknown): boolean => fitsFields(item, fields);
    // Assumed: a field is missing in a list of objects only if no object has it.
    return fields.asksForAbsence ? value.every(fits) : value.some(fits);
  }
  const object: PlainObject = isPlain(value) ? value : {};
  const part = (name: string): unknown => (Object.hasOwn(object, name) ? object[name] : undefined);
  for (const [name, values] of fields.values) if (!fitsValues(part(name), values)) return false;
  for (const [name, inner] of fields.objects) if (!fitsFields(part(name), inner)) return false;
  for (const choice of fields.choices) if (!choice.some((inner) => fitsFields(object, inner))) return false;
  return true;
}

/** An object, an empty list and a missing field have no value (`exists` works on leaves only, documented). */
function fitsValues(value: unknown, values: Values): boolean {
  if (Array.isArray(value)) {
    const scalars = (value.flat(Infinity) as unknown[]).filter((item) => !isPlain(item)) as Scalar[];
    return scalars.length === 0 ? values.absent : scalars.some((scalar) => fitsScalar(scalar, values));
  }
  if (value === undefined || isPlain(value)) return values.absent;
  return fitsScalar(value as Scalar, values);
}

const fitsScalar = (value: Scalar, { exact, tests }: Values): boolean =>
  exact.has(value) || tests.some((fits) => fits(value));
