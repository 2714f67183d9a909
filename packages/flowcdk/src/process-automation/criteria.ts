import type { Declarations, Decimal, Integer, Json, Type, TypeOf } from '../architect/types';
import type { Deployed } from '../data-action/template/part';
import type { MatchCriterion, MatchOperator, MatchValue } from './match-criteria';
import type { Nested } from './topic';

/** A field of an event inside `when`. */
export interface Field<in out T> {
  readonly jsonPath: string;
  readonly type?: Type<unknown>;
  /** Only for the compiler. */
  readonly '~field'?: (value: T) => T;
}

/** The fields of an event: those of objects by property. */
export type FieldsOf<F extends Declarations> = { readonly [K in keyof F]: FieldOf<TypeOf<F[K]>> };

type FieldOf<T> = [T] extends [Nested<infer P extends Declarations>] ? FieldsOf<P> & Field<T> : Field<T>;

/** What a field is compared with, as JSON. */
type Compared<T> = T extends string
  ? string extends T
    ? T | Deployed
    : T
  : T extends boolean
    ? boolean
    : T extends Integer | Decimal
      ? number
      : MatchValue;

type Item<T> = T extends readonly (infer I)[]
  ? Compared<I>
  : T extends string
    ? string
    : T extends Json
      ? MatchValue
      : never;

/**
 * The event as `when` gets it. An undeclared field gives an object too, so that it is reported instead of breaking the
 * application.
 */
export const eventOf = <F extends Declarations>(fields: F): FieldsOf<F> =>
  new Proxy<object>(fieldsOf(fields), {
    get: (known, name) =>
      typeof name === 'symbol' || Object.hasOwn(known, name) ? Reflect.get(known, name) : eventField(name),
  }) as FieldsOf<F>;

/** The fields of a topic for `when`. */
export function fieldsOf<F extends Declarations>(fields: F, prefix = ''): FieldsOf<F> {
  const entries = Object.entries(fields).map(([name, type]) => {
    const jsonPath = `${prefix}${name}`;
    const parts = type.kind === 'object' && !type.collection ? fieldsOf(type.properties ?? {}, `${jsonPath}.`) : {};
    return [name, Object.freeze({ ...parts, jsonPath, type })] as const;
  });
  return Object.freeze(Object.fromEntries(entries)) as FieldsOf<F>;
}

/**
 * A field of an event by its JSONPath, for topics whose payload is not published.
 *
 * @example
 * ```ts
 * trigger({
 *   name: 'Available again',
 *   topic: userActivity,
 *   when: () => [equal(eventField<string>('$.routingStatus.status'), 'IDLE')],
 *   target: reportActivity,
 * });
 * ```
 */
export const eventField = <T>(jsonPath: string): Field<T> => Object.freeze({ jsonPath });

/**
 * A text in a field that holds texts by name, such as participant data.
 *
 * @example
 * ```ts
 * trigger({
 *   name: 'Identified',
 *   topic: conversationAttributes,
 *   when: (event) => [equal(property(event.attributes, 'identification.status'), 'SUCCESS')],
 *   target: reportActivity,
 * });
 * ```
 */
export const property = (field: Field<Json>, name: string): Field<string> =>
  Object.freeze({ jsonPath: `${field.jsonPath}['${name.replace(/[\\']/g, '\\$&')}']` });

const compare = (field: { readonly jsonPath: string }, operator: MatchOperator, value: MatchValue): MatchCriterion =>
  criterion(field, { operator, value });
const criterion = (field: { readonly jsonPath: string }, rest: Omit<MatchCriterion, 'jsonPath'>): MatchCriterion =>
  Object.freeze({ jsonPath: field.jsonPath, ...rest });

/**
 * The field has this value. Upper and lower case differ. The id of a wrap-up code, or of another definition, is
 * `deployed(code, 'id')` of `flowcdk/templates`: Terraform puts it in. In an expression of a flow it is `equals` of `flowcdk`.
 *
 * @example
 * ```ts
 * equal(event.mediaType, 'VOICE');
 * ```
 */
export const equal = <T>(field: Field<T>, value: NoInfer<Compared<T>>): MatchCriterion =>
  compare(field, 'Equal', value);
/**
 * The field has another value.
 *
 * @example
 * ```ts
 * notEqual(event.direction, 'OUTBOUND');
 * ```
 */
export const notEqual = <T>(field: Field<T>, value: NoInfer<Compared<T>>): MatchCriterion =>
  compare(field, 'NotEqual', value);
/**
 * The number in the field is greater. In an expression of a flow it is `isGreater` of `flowcdk`.
 *
 * @example
 * ```ts
 * greaterThan(event.interactingDurationMs, 60_000);
 * ```
 */
export const greaterThan = (field: NumberField, value: number): MatchCriterion => compare(field, 'GreaterThan', value);
/**
 * The number in the field is greater or the same.
 *
 * @example
 * ```ts
 * greaterThanOrEqual(event.interactingDurationMs, 60_000);
 * ```
 */
export const greaterThanOrEqual = (field: NumberField, value: number): MatchCriterion =>
  compare(field, 'GreaterThanOrEqual', value);
/**
 * The number in the field is less. In an expression of a flow it is `isLess` of `flowcdk`.
 *
 * @example
 * ```ts
 * lessThan(event.interactingDurationMs, 60_000);
 * ```
 */
export const lessThan = (field: NumberField, value: number): MatchCriterion => compare(field, 'LessThan', value);
/**
 * The number in the field is less or the same.
 *
 * @example
 * ```ts
 * lessThanOrEqual(event.interactingDurationMs, 60_000);
 * ```
 */
export const lessThanOrEqual = (field: NumberField, value: number): MatchCriterion =>
  compare(field, 'LessThanOrEqual', value);
/**
 * The field has one of these values.
 *
 * @example
 * ```ts
 * isIn(event.direction, ['INBOUND', 'OUTBOUND']);
 * ```
 */
export const isIn = <T>(field: Field<T>, values: readonly NoInfer<Compared<T>>[]): MatchCriterion =>
  criterion(field, { operator: 'In', values: Object.freeze([...values]) });
/**
 * The field has none of these values.
 *
 * @example
 * ```ts
 * isNotIn(event.mediaType, ['EMAIL', 'MESSAGE']);
 * ```
 */
export const isNotIn = <T>(field: Field<T>, values: readonly NoInfer<Compared<T>>[]): MatchCriterion =>
  criterion(field, { operator: 'NotIn', values: Object.freeze([...values]) });
/**
 * A list holds the value, or a text holds the text. In an expression of a flow it is `containsText` of `flowcdk`.
 *
 * @example
 * ```ts
 * contains(event.ani, '+33');
 * ```
 */
export const contains = <T>(field: Field<T>, value: NoInfer<Item<T>>): MatchCriterion =>
  compare(field, 'Contains', value);
/**
 * A list holds all of these values.
 *
 * @example
 * ```ts
 * containsAll(event.conversationExternalContactIds, ['a', 'b']);
 * ```
 */
export const containsAll = <T>(field: Field<T>, values: readonly NoInfer<Item<T>>[]): MatchCriterion =>
  criterion(field, { operator: 'All', values: Object.freeze([...values]) });
/**
 * The field is there, or with `false` it is not.
 *
 * @example
 * ```ts
 * exists(event.wrapupCode); exists(event.ani, false);
 * ```
 */
export const exists = <T>(field: Field<T>, whether = true): MatchCriterion => compare(field, 'Exists', whether);
/**
 * A list has that many items.
 *
 * @example
 * ```ts
 * hasSize(event.conversationExternalContactIds, 1);
 * ```
 */
export const hasSize = <T>(field: Field<readonly T[]>, size: number): MatchCriterion => compare(field, 'Size', size);

type NumberField = Field<Integer> | Field<Decimal>;
