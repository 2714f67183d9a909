import type { SourceLine } from '../ground/source-line';
import type { Declarations, Type } from '../architect/types';
import { parseJsonPath } from '@flowcdk/data-action-engines/json-path';
import { criterionField, criterionOnOtherType, criterionUnknownValue, criterionWithoutValues } from './errors';
import { jsonPathSyntax } from '../ground/errors';
import type { Finding } from '../ground/finding';
import { listOperators, type MatchCriterion, type MatchOperator, type MatchValue } from './match-criteria';
import type { Topic } from './topic';

/** What is wrong with one condition of a trigger. */
export function criterionProblems(
  criterion: MatchCriterion,
  topic: Topic,
  path: string,
  at: SourceLine | undefined,
): Finding[] {
  const { jsonPath, operator, values } = criterion;
  const empty =
    listOperators.has(operator) && (values ?? []).length === 0
      ? [criterionWithoutValues(path, jsonPath, operator, at)]
      : [];
  if (jsonPath.trim() === '') return [jsonPathSyntax(path, 'a condition', jsonPath, 'is empty', 0, at)];
  const read = parseJsonPath(jsonPath);
  if ('problem' in read) return [jsonPathSyntax(path, 'a condition', jsonPath, read.problem, read.offset, at)];
  const { fields } = topic;
  if (!fields) return empty;
  const field = fieldAt(fields, jsonPath);
  if (field === 'unknown') return [criterionField(path, jsonPath, topic.name, Object.keys(fields), at), ...empty];
  return field === 'open' ? empty : [...empty, ...valueProblems(criterion, field, path, at)];
}

/** The field a path names; `open` where the path goes on into what is not known. */
function fieldAt(fields: Declarations, jsonPath: string): Type<unknown> | 'open' | 'unknown' {
  const plain = jsonPath.replace(/^\$\.?/, '').replace(/^\['([^'\\]*)'\]/, '$1');
  const [, name = '', rest = ''] = /^([^.[]*)(.*)$/s.exec(plain) ?? [];
  const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
  if (!field)
    return plain === '' || plain.startsWith('.') || plain.startsWith('*') || plain.startsWith('[') ? 'open' : 'unknown';
  if (rest === '') return field;
  if (rest.startsWith('.') && field.kind === 'object' && !field.collection)
    return fieldAt(field.properties ?? {}, rest.slice(1));
  return field.kind === 'json' || field.collection ? 'open' : 'unknown';
}

const numeric: ReadonlySet<MatchOperator> = new Set([
  'GreaterThan',
  'GreaterThanOrEqual',
  'LessThan',
  'LessThanOrEqual',
]);

/** Compares values with the type of the field. A value in the wrong case makes a condition that never holds. */
function valueProblems(
  criterion: MatchCriterion,
  field: Type<unknown>,
  path: string,
  at: SourceLine | undefined,
): Finding[] {
  const { jsonPath, operator, value, values } = criterion;
  if (numeric.has(operator) && (field.collection || !['integer', 'decimal'].includes(field.kind))) {
    return [criterionOnOtherType(path, jsonPath, operator, 'a number', at)];
  }
  if (operator === 'Size')
    return field.collection ? [] : [criterionOnOtherType(path, jsonPath, operator, 'a list', at)];
  if (operator === 'Exists' || operator === 'Contains' || operator === 'All') return [];
  const constants = [...(values ?? []), ...(value === undefined || value === null ? [] : [value])];
  return constants
    .filter((v) => !couldBe(field, v))
    .map((v) => criterionUnknownValue(path, jsonPath, shown(v), expected(field), at));
}

const scalarTypes: Readonly<Partial<Record<Type<unknown>['kind'], string>>> = {
  string: 'string',
  boolean: 'boolean',
  integer: 'number',
  decimal: 'number',
};

function couldBe(field: Type<unknown>, value: MatchValue): boolean {
  // An id is a text.
  if (typeof value === 'object') return field.values === undefined && field.kind === 'string';
  if (field.values) return (field.values as readonly MatchValue[]).includes(value);
  const expected = scalarTypes[field.kind];
  return expected === undefined || typeof value === expected;
}

const shown = (value: MatchValue): string | number | boolean =>
  typeof value === 'object' ? `id of ${value.definition.name}` : value;

const expected = (field: Type<unknown>): string => field.values?.join(', ') ?? field.kind;
