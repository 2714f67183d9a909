import type { Definition } from './definition';
import { definedBy, type HasOrigin, ORIGIN } from './origin';
import type { Declarations, TypeOf } from './types';
import type { Assignable, Value } from './values';

/** Marks attributes that belong to a contract. */
export const CONTRACT: unique symbol = Symbol('flowcdk participant data contract');

export interface FromContract {
  readonly [CONTRACT]?: ParticipantDataContract;
}

/**
 * A contract between flows about participant data: the attributes, their types, and the only flow that writes them.
 *
 * Every attribute has one owner: when a voice flow ends, it can write old values back and win over writes that another
 * flow made meanwhile (documented).
 */
export interface ParticipantDataContract<A extends Declarations = Declarations> extends Definition, HasOrigin {
  readonly definition: 'participantData';
  /** The name of the flow that writes the attributes. Other flows only read them. */
  readonly owner: string;
  readonly attributes: A;
  /** The full name of an attribute: `status` → `identification.status`. */
  attributeName(attribute: keyof A & string): string;
  /** Attributes for `setParticipantData` and `setConversationData`. */
  write(values: { readonly [K in keyof A]?: Value<TypeOf<A[K]>> | undefined }): Readonly<
    Record<string, Value<string>>
  > &
    FromContract;
  /** Attributes for `getParticipantData` and `getConversationData`. */
  read(variables: { readonly [K in keyof A]?: Assignable<TypeOf<A[K]>> | undefined }): Readonly<
    Record<string, Assignable<string>>
  > &
    FromContract;
}

/**
 * Declares a contract. Every attribute is text; `oneOf(…)` limits the texts.
 *
 * @example
 * ```ts
 * const identification = participantData({
 *   name: 'identification', // the attributes are named identification.status, identification.customerId
 *   owner: 'identify-caller',
 *   attributes: { status: oneOf(['SUCCESS', 'FAILED']), customerId: string() },
 * });
 * getParticipantData('Known by now?', identification.read({ status }));
 * ```
 */
export function participantData<const A extends Declarations>(contract: {
  readonly name: string;
  readonly owner: string;
  readonly attributes: A;
}): ParticipantDataContract<A> {
  const attributeName = (attribute: string): string => `${contract.name}.${attribute}`;
  const named = <T>(values: object): Readonly<Record<string, T>> & FromContract => {
    const present = Object.entries(values as Readonly<Record<string, T | undefined>>);
    const entries = present.flatMap(([key, value]) =>
      value === undefined ? [] : [[attributeName(key), value] as const],
    );
    return Object.freeze({ ...Object.fromEntries(entries), [CONTRACT]: self as unknown as ParticipantDataContract });
  };
  const self: ParticipantDataContract<A> = Object.freeze({
    definition: 'participantData',
    ...contract,
    attributeName,
    write: (values: object) => named<Value<string>>(values),
    read: (variables: object) => named<Assignable<string>>(variables),
    [ORIGIN]: definedBy(participantData),
  });
  return self;
}
