import { fromData } from '@flowcdk/data-action-engines/java';
import { isEqual, JavaList, type JavaValue } from '@flowcdk/data-action-engines/java';
import { JavaNumber } from '@flowcdk/data-action-engines/java';
import { Work } from '@flowcdk/data-action-engines/java';
import { evaluateJsonPath, parseJsonPath, PathError } from '@flowcdk/data-action-engines/json-path';
import type { Json, JsonObject } from '../../state/json';
import { type Criterion, listIn, type Trigger } from '../../state/tables/trigger';

/** The result of one condition of a trigger. */
export interface CriterionResult {
  readonly jsonPath: string;
  readonly operator: string;
  readonly match: boolean;
  /** The value at the path in the event; undefined if there is none. */
  readonly value: JavaValue | undefined;
  /** Why the condition could not be evaluated. */
  readonly problem?: string;
}

/** Evaluates every condition of a trigger against an event. All must hold (inferred). */
export const criteriaResults = (criteria: Trigger['matchCriteria'], event: JsonObject): readonly CriterionResult[] => {
  const document = fromData(event);
  return (criteria ?? []).map((criterion) => result(criterion, document));
};

function result(criterion: Criterion, document: JavaValue): CriterionResult {
  const { jsonPath, operator } = criterion;
  const looked = find(jsonPath, document);
  const problem = 'problem' in looked ? looked.problem : undefined;
  const actual = 'problem' in looked ? undefined : looked.value;
  const holds = operators[operator];
  const match = problem === undefined && holds !== undefined && holds(actual, criterion);
  return { jsonPath, operator, match, value: actual, ...(problem === undefined ? {} : { problem }) };
}

/**
 * Reads the value at a path. A bare name is a property of the event (documented). A path that leads to nothing is no
 * problem.
 */
function find(
  jsonPath: string,
  document: JavaValue,
): { readonly value: JavaValue | undefined } | { readonly problem: string } {
  const path = parseJsonPath(jsonPath);
  if ('problem' in path) return { problem: `the path ${path.problem}` };
  try {
    return { value: evaluateJsonPath(path, document).value };
  } catch (error) {
    if (!(error instanceof PathError)) throw error;
    return error.kind === 'PathNotFoundException' ? { value: undefined } : { problem: error.message };
  }
}

type Holds = (actual: JavaValue | undefined, criterion: Criterion) => boolean;

/**
 * The operators (documented names; their meaning is inferred from the names). An absent field equals nothing and
 * differs from everything.
 */
const operators: Readonly<Record<string, Holds>> = {
  Equal: (actual, { value }) => same(actual, value),
  NotEqual: (actual, { value }) => !same(actual, value),
  GreaterThan: (actual, { value }) => compared(actual, value, (order) => order > 0),
  GreaterThanOrEqual: (actual, { value }) => compared(actual, value, (order) => order >= 0),
  LessThan: (actual, { value }) => compared(actual, value, (order) => order < 0),
  LessThanOrEqual: (actual, { value }) => compared(actual, value, (order) => order <= 0),
  In: (actual, criterion) => listed(criterion).some((value) => same(actual, value)),
  NotIn: (actual, criterion) => !listed(criterion).some((value) => same(actual, value)),
  Contains: (actual, { value }) =>
    typeof actual === 'string'
      ? typeof value === 'string' && actual.includes(value)
      : actual instanceof JavaList && actual.items.some((item) => same(item, value)),
  All: (actual, criterion) =>
    actual instanceof JavaList && listed(criterion).every((value) => actual.items.some((item) => same(item, value))),
  Exists: (actual, { value }) => (actual !== undefined) === (value !== false),
  Size: (actual, { value }) =>
    (actual instanceof JavaList ? actual.items.length : typeof actual === 'string' ? actual.length : undefined) ===
    value,
};

const listed = (criterion: Criterion): readonly Json[] => listIn(criterion) ?? [];

/** Whether two values are equal. Type and case matter: `'5'` is not `5`. */
const same = (actual: JavaValue | undefined, value: Json | undefined): boolean =>
  actual !== undefined && value !== undefined && isEqual(actual, fromData(value), new Work());

/** Compares numbers only (documented: the UI takes numbers for these operators). */
function compared(actual: JavaValue | undefined, value: Json | undefined, holds: (order: number) => boolean): boolean {
  if (!(actual instanceof JavaNumber) || typeof value !== 'number') return false;
  return holds(actual.double - value);
}
