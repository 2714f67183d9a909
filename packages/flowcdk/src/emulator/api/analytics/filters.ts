import { didYouMean } from '../../../ground/did-you-mean';
import { listOf, numeric, object, oneOf, required, text, type ValueOf } from '../../state/shape';
import { wrongValue } from '../refusals';

/** How many predicates a list has at most (assumed; a query of any size would hold up everybody else). */
const MOST_PREDICATES = 1_000;

const predicate = object({
  type: oneOf('dimension', 'metric', 'property'),
  dimension: text(100),
  metric: text(100),
  property: text(256),
  propertyType: oneOf('bool', 'integer', 'real', 'date', 'string', 'uuid'),
  operator: oneOf('matches', 'exists', 'notExists'),
  value: text(256),
  range: object({
    gt: numeric(-Number.MAX_VALUE),
    gte: numeric(-Number.MAX_VALUE),
    lt: numeric(-Number.MAX_VALUE),
    lte: numeric(-Number.MAX_VALUE),
  }),
});

const clause = object({
  type: required(oneOf('and', 'or')),
  predicates: required(listOf(predicate, MOST_PREDICATES)),
});

/** A filter of an analytics query: predicates, and clauses of predicates, two levels deep (documented). */
export const filter = object({
  type: required(oneOf('and', 'or')),
  clauses: listOf(clause, MOST_PREDICATES),
  predicates: listOf(predicate, MOST_PREDICATES),
});

export type Filter = ValueOf<typeof filter>;
type Predicate = ValueOf<typeof predicate>;

/** What a filter looks at. */
export interface Subject {
  /** The values of a dimension. None: the subject does not have it. */
  readonly dimension: (name: string) => readonly string[];
  /** The values of a metric. */
  readonly metric: (name: string) => readonly number[];
}

/** The names that a filter may use. */
export interface Words {
  readonly dimensions: readonly string[];
  readonly metrics: readonly string[];
}

/** @throws ApiProblem 400 for a name that the platform does not have */
export function checkFilter({ clauses = [], predicates = [] }: Filter, words: Words, path: string): void {
  for (const [i, entry] of predicates.entries()) checkPredicate(entry, words, `${path}.predicates[${i}]`);
  for (const [i, entry] of clauses.entries()) {
    for (const [j, inner] of entry.predicates.entries()) {
      checkPredicate(inner, words, `${path}.clauses[${i}].predicates[${j}]`);
    }
  }
}

function checkPredicate(
  { dimension, metric, property, operator, value, range }: Predicate,
  words: Words,
  path: string,
): void {
  if (dimension === undefined && metric === undefined && property === undefined) {
    throw wrongValue(`${path}: a predicate names a dimension, a metric or a property`, path);
  }
  if (dimension !== undefined) checkWord(dimension, words.dimensions, `${path}.dimension`);
  if (metric !== undefined) checkWord(metric, words.metrics, `${path}.metric`);
  if (metric !== undefined && (operator ?? 'matches') === 'matches' && value === undefined && range === undefined) {
    throw wrongValue(`${path}: the metric ${metric} is compared with a value or a range`, path);
  }
}

/** @throws ApiProblem 400 for a word that is not in the list */
export function checkWord(word: string, known: readonly string[], path: string): void {
  if (known.includes(word)) return;
  const near = didYouMean(word, known);
  throw wrongValue(
    `${path} is '${word}'${near === undefined ? '' : `; did you mean '${near}'?`}; expected one of ${known.join(', ')}`,
    path,
  );
}

/** Whether a subject meets a filter. A filter without predicates is met by everything. */
export function meets({ type, clauses = [], predicates = [] }: Filter, subject: Subject): boolean {
  const results = [
    ...predicates.map((entry) => holds(entry, subject)),
    ...clauses.map((entry) => meets({ type: entry.type, predicates: entry.predicates }, subject)),
  ];
  if (results.length === 0) return true;
  return type === 'and' ? results.every(Boolean) : results.some(Boolean);
}

function holds({ dimension, metric, operator = 'matches', value, range }: Predicate, subject: Subject): boolean {
  const values: readonly (string | number)[] =
    dimension !== undefined ? subject.dimension(dimension) : metric === undefined ? [] : subject.metric(metric);
  if (operator === 'exists') return values.length > 0;
  if (operator === 'notExists') return values.length === 0;
  if (range !== undefined) return values.some((entry) => isWithin(numberIn(entry), range));
  // A dimension that matches nothing is one that is not there (documented).
  if (value === undefined) return values.length === 0;
  return values.some((entry) => String(entry) === value);
}

/** Moments are compared as milliseconds since 1970. */
const numberIn = (value: string | number): number => {
  if (typeof value === 'number') return value;
  return /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : Date.parse(value);
};

const isWithin = (value: number, { gt, gte, lt, lte }: NonNullable<Predicate['range']>): boolean =>
  !Number.isNaN(value) &&
  (gt === undefined || value > gt) &&
  (gte === undefined || value >= gte) &&
  (lt === undefined || value < lt) &&
  (lte === undefined || value <= lte);
