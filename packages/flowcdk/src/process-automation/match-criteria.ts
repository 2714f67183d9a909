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

/** What a criterion compares with. */
export type MatchValue = string | number | boolean;

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
 */
export const canonicalMatchCriteria = (criteria: readonly MatchCriterion[]): string =>
  goJson(criteria.map(({ jsonPath, operator, value, values }) => ({ jsonPath, operator, value, values })));

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
