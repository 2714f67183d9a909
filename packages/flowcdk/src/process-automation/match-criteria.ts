import type { Definition } from '../architect/definition';
import type { Deployed } from '../data-action/template/part';

/** How a trigger compares (documented, the provider's and the API's spelling). */
export const matchOperators = [
  'Equal',
  'NotEqual',
  'GreaterThan',
  'GreaterThanOrEqual',
  'LessThan',
  'LessThanOrEqual',
  'In',
  'NotIn',
  'Contains',
  'All',
  'Exists',
  'Size',
] as const;

/** How a trigger compares, in the API's spelling (documented). */
export type MatchOperator = (typeof matchOperators)[number];

/** What a criterion compares with. An id that only the deployment knows is `deployed(code, 'id')` of `flowcdk/templates`. */
export type MatchValue = string | number | boolean | Deployed;

/** One condition of a trigger; all of a trigger's must hold (inferred). */
export interface MatchCriterion {
  /** A bare name means a property of the event: `mediaType` is `$.mediaType`. */
  readonly jsonPath: string;
  readonly operator: MatchOperator;
  /** Compared with, by operators that take one value. */
  readonly value?: MatchValue | null;
  /** Compared with, by `In`, `NotIn` and `All`. */
  readonly values?: readonly MatchValue[] | null;
}

/** The operators that take `values`. */
export const listOperators: ReadonlySet<MatchOperator> = new Set(['In', 'NotIn', 'All']);

/**
 * Criteria as Terraform's provider writes them into its state. In any other form `terraform apply` reports a mismatch,
 * and the next apply replaces the trigger (confirmed with the provider).
 *
 * @example
 * ```ts
 * canonicalMatchCriteria([{ operator: 'Equal', jsonPath: 'mediaType', value: 'VOICE' }]);
 * // [{"jsonPath":"mediaType","operator":"Equal","value":"VOICE"}]
 * ```
 *
 * @param idOf the id of a definition whose id a criterion compares with
 * @param write how other texts are written; Terraform wants `${` doubled, and only in these
 */
export function canonicalMatchCriteria(
  criteria: readonly MatchCriterion[],
  idOf: (definition: Definition) => string = ({ name }) => `id of ${name}`,
  write: (text: string) => string = (text) => text,
): string {
  const written = (value: MatchValue): string | number | boolean =>
    typeof value === 'object' ? idOf(value.definition) : typeof value === 'string' ? write(value) : value;
  return goJson(
    criteria.map(({ jsonPath, operator, value, values }) => ({
      jsonPath: write(jsonPath),
      operator,
      value: value === undefined || value === null ? value : written(value),
      values: values?.map(written),
    })),
  );
}

/** The definitions whose ids criteria compare with. */
export const definitionsInCriteria = (criteria: readonly MatchCriterion[]): readonly Definition[] =>
  criteria.flatMap(({ value, values }) =>
    [value, ...(values ?? [])].flatMap((each) => (typeof each === 'object' && each !== null ? [each.definition] : [])),
  );

/** JSON as Go writes it: keys in order, no blanks, a few characters escaped; what is null or undefined is left out. */
function goJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => goJson(item)).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, v]) => v !== null && v !== undefined);
    const sorted = entries.sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${sorted.map(([key, v]) => `${goJson(key)}:${goJson(v)}`).join(',')}}`;
  }
  return JSON.stringify(value).replace(
    escaped,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

const escaped = /[<>&\u2028\u2029]/g;
