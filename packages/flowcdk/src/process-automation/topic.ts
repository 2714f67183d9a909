import type { Declarations, Decimal, Integer, Json, Type, TypeOf } from '../architect/types';

declare const nestedFields: unique symbol;

/** An object inside an event. */
export interface Nested<out F> {
  readonly [nestedFields]: F;
}

/** Declares an object inside an event. */
export const nested = <F extends Declarations>(fields: F): Type<Nested<F>> =>
  Object.freeze({ kind: 'object', collection: false, properties: Object.freeze(fields) });

/** Whether triggers may listen: `documented` where Genesys' own list names the topic, `unknown` where no list does. */
export type Triggerable = 'documented' | 'unknown';

/**
 * A kind of event. `F` are the fields of its payload; those marked `optional` may be missing.
 *
 * Topics whose payload is not published have no fields: events of these are any JSON.
 */
export interface Topic<out F extends Declarations = Declarations> {
  /** As triggers name it, with its placeholder: `v2.detail.events.conversation.{id}.acw`. */
  readonly name: string;
  readonly meaning: string;
  readonly triggerable: Triggerable;
  /** Absent where the payload is not published. */
  readonly fields?: F;
}

/** A topic whose payload is published. */
export interface PublishedTopic<out F extends Declarations = Declarations> extends Topic<F> {
  readonly fields: F;
}

/** Fields of a payload nobody has published. */
export type OpenFields = Declarations;

/** The payload of an event as JSON, derived from the topic's fields: `EventOf<typeof conversationAcw>`. */
export type EventOf<T> = T extends Topic<infer F> ? (string extends keyof F ? unknown : EventFieldsOf<F>) : never;

type EventFieldsOf<F> = {
  readonly [K in AlwaysThere<F>]: JsonValue<TypeOf<F[K]>>;
} & { readonly [K in Exclude<keyof F, AlwaysThere<F>>]?: JsonValue<TypeOf<F[K]>> };

type AlwaysThere<F> = { [K in keyof F]: F[K] extends { readonly optional: true } ? never : K }[keyof F];

type JsonValue<T> = T extends string | boolean
  ? T
  : T extends Integer | Decimal
    ? number
    : T extends Json
      ? unknown
      : T extends Nested<infer P>
        ? EventFieldsOf<P>
        : T extends readonly (infer Item)[]
          ? readonly JsonValue<Item>[]
          : never;

/** A topic with a published payload. */
export const topic = <F extends Declarations>(
  name: string,
  meaning: string,
  fields: F,
  triggerable: Triggerable = 'documented',
): PublishedTopic<F> => Object.freeze({ name, meaning, triggerable, fields: Object.freeze(fields) });

/** A topic whose payload is not published. */
export const openTopic = (name: string, meaning: string): Topic<OpenFields> =>
  Object.freeze({ name, meaning, triggerable: 'documented' });

/** `acw` ⇒ `v2.detail.events.conversation.{id}.acw` */
export const conversationTopic = (suffix: string): string => `v2.detail.events.conversation.{id}.${suffix}`;
