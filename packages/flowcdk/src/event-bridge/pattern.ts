/** A value in an event: what JSON has besides objects and lists. */
export type Scalar = string | number | boolean | null;

/** What {@link ValuePattern} compares text with, in the same or in any case. */
export type TextPattern = string | { readonly 'equals-ignore-case': string };

/** What a value must not be. A list means none of its items. */
export type ExceptPattern =
  | string
  | number
  | readonly string[]
  | readonly number[]
  | { readonly prefix: string | readonly string[] }
  | { readonly suffix: string | readonly string[] }
  | { readonly 'equals-ignore-case': string | readonly string[] }
  | { readonly wildcard: string | readonly string[] };

/** A range of numbers: `['=', 5]`, `['>', 0]`, `['>', 0, '<=', 5]`. Numbers lie between −5·10⁹ and 5·10⁹. */
export type NumericPattern =
  readonly ['=' | '<' | '<=' | '>' | '>=', number] | readonly ['>' | '>=', number, '<' | '<=', number];

/** What a value of an event must be: the value itself, or one comparison. */
export type ValuePattern =
  | Scalar
  | { readonly prefix: TextPattern }
  | { readonly suffix: TextPattern }
  | { readonly 'equals-ignore-case': string }
  | { readonly 'anything-but': ExceptPattern }
  | { readonly numeric: NumericPattern }
  | { readonly exists: boolean }
  | { readonly cidr: string }
  | { readonly wildcard: string };

/**
 * An event pattern of Amazon EventBridge: the fields that an event must have, each with the values that will do. A field
 * that the pattern leaves out may be anything. `$or` takes two or more patterns, of which one must match.
 *
 * ```ts
 * const long: EventPattern = {
 *   'detail-type': [{ suffix: '.user.end' }],
 *   detail: { eventBody: { mediaType: ['VOICE'], interactingDurationMs: [{ numeric: ['>', 600_000] }] } },
 * };
 * ```
 */
export interface EventPattern {
  readonly [field: string]: EventPattern | readonly ValuePattern[] | readonly EventPattern[];
}

/** One thing that is wrong with a pattern. */
export interface PatternProblem {
  /** Where: `detail.eventBody.mediaType[0].prefix`. Empty for the pattern itself. */
  readonly place: string;
  /** What is wrong, the value, and what is allowed. */
  readonly message: string;
}

/** A pattern that EventBridge would refuse. The message names every place that is wrong. */
export class EventPatternError extends Error {
  override readonly name = 'EventPatternError';

  constructor(readonly problems: readonly PatternProblem[]) {
    super(
      `The event pattern is not valid: ${problems
        .map(({ place, message }) => (place === '' ? message : `${place}: ${message}`))
        .join('; ')}.`,
    );
  }
}
