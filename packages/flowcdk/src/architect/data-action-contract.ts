import type { Definition } from './definition';
import type { Declarations, Type, TypeOf } from './types';
import type { Assignable, Value } from './values';

/** A data action as a flow sees it: its inputs and outputs. `dataAction(…)` makes one. */
export interface CallableDataAction<
  In extends Declarations = Declarations,
  Out extends Declarations = Declarations,
> extends Definition {
  readonly definition: 'dataAction';
  /** The category under which Architect lists it; usually the name of its integration. */
  readonly category: string;
  readonly input: In;
  /**
   * The outputs as Architect shows them: nested outputs have names with dots, lists of objects become parallel
   * collections.
   */
  readonly outputs: Out;
  /** Secure actions may be used in secure flows only. */
  readonly secure?: boolean;
}

type OptionalNames<D> = { [K in keyof D]: D[K] extends { readonly optional: true } ? K : never }[keyof D];

/** The values for declared inputs. Optional inputs may be left out. */
export type InputValues<D extends Declarations> = {
  readonly [K in Exclude<keyof D, OptionalNames<D>>]: Value<TypeOf<D[K]>>;
} & { readonly [K in OptionalNames<D>]?: Value<TypeOf<D[K]>> | undefined };

/** The variables for declared outputs. The flow drops an output without a variable. */
export type OutputBindings<D extends Declarations> = { readonly [K in keyof D]?: Assignable<TypeOf<D[K]>> | undefined };

/**
 * Marks an input, an output or a field that may be missing or NOT_SET.
 *
 * @example
 * ```ts
 * const input = { phoneNumber: string(), country: optional(string()) };
 * ```
 */
export const optional = <T>(type: Type<T>): Type<T> & { readonly optional: true } =>
  Object.freeze({ ...type, optional: true });
