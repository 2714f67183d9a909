import type { Decimal, Declarations, Integer, TypeOf } from '../../architect/types';
import type { ObjectOf } from '../contract';

/** A value of a contract as JSON. */
export type JsonOf<T> = T extends string
  ? T
  : T extends boolean
    ? T
    : T extends Integer | Decimal
      ? number
      : T extends ObjectOf<infer P>
        ? { readonly [K in keyof P]: JsonOf<TypeOf<P[K]>> }
        : T extends readonly (infer Item)[]
          ? readonly JsonOf<Item>[]
          : never;

/** Where an output is found. */
export interface Source<out D = unknown> {
  readonly source: 'path' | 'first' | 'constant';
  /** Not for constants. */
  readonly path?: string;
  /** The constant, or what stands for a missing value. */
  readonly value?: D;
}

interface SourceOptions<D> {
  /** Used where the answer has no such value, or has `null`. */
  readonly default?: D | undefined;
}

/**
 * The value a JSONPath points to. For one value the path must be definite (no filter, wildcard or slice, no `..`);
 * for a list both will do.
 *
 * @example
 * ```ts
 * at('$[0].name', { default: '' }) // of a list of customers the first one's name
 * ```
 */
export const at = <const D = never>(path: string, options: SourceOptions<D> = {}): Source<Exclude<D, undefined>> =>
  Object.freeze({ source: 'path', path, ...valueOf(options) });

/**
 * The first of the values a path finds, for paths that always give a list.
 *
 * Missing values do not count: with `$[*].name` the first name may be the second customer's. Where the position is
 * known, `at('$[0].name')` says what is meant.
 *
 * @example
 * ```ts
 * first("$.participants[?(@.purpose == 'agent')].id");
 * ```
 */
export const first = <const D = never>(path: string, options: SourceOptions<D> = {}): Source<Exclude<D, undefined>> =>
  Object.freeze({ source: 'first', path, ...valueOf(options) });

/**
 * The same value in every answer.
 *
 * @example
 * ```ts
 * const response = { database: constant('ALPHA') };
 * ```
 */
export const constant = <const D>(value: D): Source<D> => Object.freeze({ source: 'constant', value });

const valueOf = <D>(options: SourceOptions<D>): { readonly value?: Exclude<D, undefined> } =>
  options.default === undefined ? {} : { value: options.default as Exclude<D, undefined> };

/** A source for every declared output; an object may be given as a whole or property by property. */
export type Sources<Out extends Declarations> = {
  readonly [K in keyof Out]:
    | Source<JsonOf<TypeOf<Out[K]>>>
    | (TypeOf<Out[K]> extends ObjectOf<infer P extends Declarations> ? Sources<P> : never);
};

/** Sources as data, without their types. */
export interface SourceTree {
  readonly [output: string]: Source | SourceTree;
}

export const isSource = (value: unknown): value is Source =>
  typeof value === 'object' && value !== null && 'source' in value && typeof value.source === 'string';
