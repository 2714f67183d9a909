import { fromData } from '@flowcdk/data-action-engines/java';
import { isEqual, JavaList, type JavaValue } from '@flowcdk/data-action-engines/java';
import { JavaNumber } from '@flowcdk/data-action-engines/java';
import { Work } from '@flowcdk/data-action-engines/java';
import { evaluateJsonPath, parseJsonPath, PathError } from '@flowcdk/data-action-engines/json-path';
import type { Json, JsonObject } from '../../state/json';
import type { Criterion, Trigger } from '../../state/tables/trigger';

/** What came of one condition of a trigger. */
export interface CriterionResult {
  readonly jsonPath: string;
  readonly operator: string;
  readonly match: boolean;
  /** What the path found in the event; undefined where it found nothing. */
  readonly found: JavaValue | undefined;
  /** Why it could not be asked. */
  readonly problem?: string;
}

/** Every condition of a trigger against an event; all must hold (inferred). */
export const criteriaResults = (criteria: Trigger['matchCriteria'], event: JsonObject): readonly CriterionResult[] => {
  const document = fromData(event);
  return (criteria ?? []).map((criterion) => result(criterion, document));
};

function result(criterion: Criterion, document: JavaValue): CriterionResult {
  const { jsonPath, operator } = criterion;
  const looked = find(jsonPath, document);
  const problem = 'problem' in looked ? looked.problem : undefined;
  const found = 'problem' in looked ? undefined : looked.found;
  const holds = operators[operator];
  const match = problem === undefined && holds !== undefined && holds(found, criterion);
  return { jsonPath, operator, match, found, ...(problem === undefined ? {} : { problem }) };
}

/** A bare name is a property of the event (documented); a path that finds nothing is no problem. */
function find(
  jsonPath: string,
  document: JavaValue,
): { readonly found: JavaValue | undefined } | { readonly problem: string } {
  const path = parseJsonPath(jsonPath);
  if ('problem' in path) return { problem: `the path ${path.problem}` };
  try {
    return { found: evaluateJsonPath(path, document).value };
  } catch (error) {
    if (!(error instanceof PathError)) throw error;
    return error.kind === 'PathNotFoundException' ? { found: undefined } : { problem: error.message };
  }
}

type Holds = (found: JavaValue | undefined, criterion: Criterion) => boolean;

/**
 * The operators (documented names; what they mean is inferred from them). A field that is not there equals nothing, and
 * is different from everything.
 */
const operators: Readonly<Record<string, Holds>> = {
  Equal: (found, { value }) => same(found, value),
  NotEqual: (found, { value }) => !same(found, value),
  GreaterThan: (found, { value }) => compared(found, value, (order) => order > 0),
  GreaterThanOrEqual: (found, { value }) => compared(found, value, (order) => order >= 0),
  LessThan: (found, { value }) => compared(found, value, (order) => order < 0),
  LessThanOrEqual: (found, { value }) => compared(found, value, (order) => order <= 0),
  In: (found, { values }) => (values ?? []).some((value) => same(found, value)),
  NotIn: (found, { values }) => !(values ?? []).some((value) => same(found, value)),
  Contains: (found, { value }) =>
    typeof found === 'string'
      ? typeof value === 'string' && found.includes(value)
      : found instanceof JavaList && found.items.some((item) => same(item, value)),
  All: (found, { values }) =>
    found instanceof JavaList && (values ?? []).every((value) => found.items.some((item) => same(item, value))),
  Exists: (found, { value }) => (found !== undefined) === (value !== false),
  Size: (found, { value }) =>
    (found instanceof JavaList ? found.items.length : typeof found === 'string' ? found.length : undefined) === value,
};

/** Type and case count: `'5'` is not `5`. */
const same = (found: JavaValue | undefined, value: Json | undefined): boolean =>
  found !== undefined && value !== undefined && isEqual(found, fromData(value), new Work());

/** Only numbers are compared (documented: the UI takes numbers for these). */
function compared(found: JavaValue | undefined, value: Json | undefined, holds: (order: number) => boolean): boolean {
  if (!(found instanceof JavaNumber) || typeof value !== 'number') return false;
  return holds(found.double - value);
}
