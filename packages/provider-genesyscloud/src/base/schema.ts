import { type IResolvable, type TerraformMetaArguments } from '../cdktf';
import { type ApiColumn } from './api-column';

/*
 * The vocabulary of a resource's table, and the types that TypeScript derives from the table. A row is an attribute or
 * a nested block of the Terraform provider. Its name is in camelCase, as in the classes of `cdktf get`.
 */

/** The TypeScript type of each Terraform type in a configuration. Strings and numbers may hold tokens. */
interface InputTypes {
  string: string;
  number: number;
  bool: boolean | IResolvable;
  'list(string)': readonly string[];
  'set(string)': readonly string[];
  'map(string)': Readonly<Record<string, string>>;
}

/** The TypeScript type of each Terraform type in the attributes of a resource, which are tokens. */
interface Read {
  string: string;
  number: number;
  bool: boolean | IResolvable;
  'list(string)': string[];
  'set(string)': string[];
  'map(string)': Record<string, string>;
}

/** A type of Terraform, in Terraform's notation. */
export type ValueType = keyof InputTypes;

/** The source of a value: the configuration must set it, the configuration may set it, or only the provider sets it. */
export type Usage = 'required' | 'optional' | 'optional+computed' | 'computed';

/** A plain value. */
export interface Attribute<T extends ValueType = ValueType, U extends Usage = Usage> {
  readonly kind: 'attribute';
  readonly type: T;
  readonly usage: U;
  /** Terraform hides the value in its output. The state still contains it. */
  readonly sensitive: boolean;
  readonly api: ApiColumn;
}

export type Nesting = 'list' | 'set';

/** The allowed number of blocks: `1..1` is exactly one, `0..*` is any number. */
export type Count = `${number}..${number | '*'}`;

/** A nested block. */
export interface Block<C extends Count = Count, S extends Schema = Schema> {
  readonly kind: 'block';
  readonly nesting: Nesting;
  readonly count: C;
  readonly schema: S;
  readonly api: ApiColumn;
}

/**
 * An attribute that is a list or set of objects, although its rows look like those of a block. Terraform's JSON
 * requires every key of every object, so missing keys are written as `null`.
 */
export interface Objects<S extends Schema = Schema> {
  readonly kind: 'objects';
  readonly nesting: Nesting;
  readonly usage: Usage;
  readonly schema: S;
  readonly api: ApiColumn;
}

export type Field = Attribute | Block | Objects;

/** The table of a resource, data source, provider or nested block. */
export type Schema = Readonly<Record<string, Field>>;

const attribute =
  <U extends Usage>(usage: U) =>
  <T extends ValueType>(type: T, ...api: readonly ApiColumn[]): Attribute<T, U> => ({
    kind: 'attribute',
    type,
    usage,
    sensitive: false,
    api: columnOf(api),
  });

const columnOf = (columns: readonly ApiColumn[]): ApiColumn =>
  columns.reduce<ApiColumn>((all, each) => ({ ...all, ...each }), {});

/** An attribute that the configuration must set. */
export const required = attribute('required');
/** An attribute that the configuration may set. */
export const optional = attribute('optional');
/** An attribute that the configuration may set. Otherwise the org's value stays and can be read. */
export const optionalComputed = attribute('optional+computed');
/** An attribute that can only be read. */
export const computed = attribute('computed');

/** Marks an attribute whose value Terraform hides in its output. */
export const sensitive = <T extends ValueType, U extends Usage>(row: Attribute<T, U>): Attribute<T, U> => ({
  ...row,
  sensitive: true,
});

/** A nested block. A configuration has one object for it where it may occur only once, otherwise an array. */
export const block = <C extends Count, S extends Schema>(
  nesting: Nesting,
  count: C,
  schema: S,
  ...api: readonly ApiColumn[]
): Block<C, S> => ({ kind: 'block', nesting, count, schema, api: columnOf(api) });

/** An attribute with objects; see {@link Objects}. */
export const objects = <S extends Schema>(
  nesting: Nesting,
  usage: 'optional' | 'optional+computed',
  schema: S,
  ...api: readonly ApiColumn[]
): Objects<S> => ({ kind: 'objects', nesting, usage, schema, api: columnOf(api) });

type SingleBlock<S extends Schema = Schema> = Block<'0..1' | '1..1', S>;
type NestedKeys<S extends Schema> = { [K in keyof S]: S[K] extends Block | Objects ? K : never }[keyof S];
type ComputedKeys<S extends Schema> = {
  [K in keyof S]: S[K] extends Attribute<ValueType, 'computed'> ? K : never;
}[keyof S];

/** The rows that a configuration cannot do without. */
export type RequiredKeys<S extends Schema> = {
  [K in keyof S]: S[K] extends Attribute<ValueType, 'required'> | Block<`1..${number | '*'}`> ? K : never;
}[keyof S];
type OptionalKeys<S extends Schema> = Exclude<keyof S, RequiredKeys<S> | ComputedKeys<S>>;
type InputKeys<S extends Schema> = Exclude<keyof S, ComputedKeys<S>>;
type PlainKeys<S extends Schema> = Exclude<keyof S, NestedKeys<S>>;

/** The input for a row. */
type InputFor<F> =
  F extends Attribute<infer T>
    ? InputTypes[T]
    : F extends SingleBlock<infer S>
      ? Struct<S>
      : F extends { readonly schema: infer S extends Schema }
        ? readonly Struct<S>[] | IResolvable
        : never;

// Picking by a type parameter keeps the doc comments of the table. Filtering with `as` would lose them.
type MustGive<S extends Schema, K extends keyof S> = { readonly [P in K]: InputFor<S[P]> };
type MayGive<S extends Schema, K extends keyof S> = { readonly [P in K]?: InputFor<S[P]> | undefined };

/** The object that configures a nested block. A key with the value `undefined` counts as missing. */
export type Struct<S extends Schema> = MustGive<S, RequiredKeys<S>> & MayGive<S, OptionalKeys<S>>;

/** The row that every resource and data source has. */
export const identity = {
  /** The id in the org, known after apply. Terraform sets it; a configuration must not. */
  id: optionalComputed('string'),
};

/** The configuration of a resource or data source: its table, its id, and Terraform's meta-arguments. */
export type Config<S extends Schema> = TerraformMetaArguments & Struct<S> & Struct<typeof identity>;

/** The attribute that a row gives for reading. */
type ReadFor<F> =
  F extends Attribute<infer T, infer U>
    ? U extends 'computed'
      ? Exclude<Read[T], boolean>
      : Read[T]
    : F extends SingleBlock<infer S>
      ? BlockReference<S>
      : F extends { readonly schema: infer S extends Schema }
        ? BlockList<S>
        : never;

type Readable<S extends Schema, K extends keyof S> = { readonly [P in K]: ReadFor<S[P]> };
type Settable<S extends Schema, K extends keyof S> = { [P in K]: ReadFor<S[P]> };

/** `nameInput` is the input, `resetName()` removes it. */
type InputMembers<S extends Schema> = {
  readonly [K in InputKeys<S> & string as `${K}Input`]: InputFor<S[K]> | undefined;
} & {
  readonly [K in OptionalKeys<S> & string as `reset${Capitalize<K>}`]: () => void;
};

/** `putBlock(…)` replaces the input for a block. */
type PutMembers<S extends Schema> = {
  readonly [K in NestedKeys<S> & string as `put${Capitalize<K>}`]: (value: InputFor<S[K]>) => void;
};

/** The properties and methods that a table adds to its class. They have the names of `cdktf get`. */
export type Members<S extends Schema> = Settable<S, PlainKeys<S> & InputKeys<S>> &
  Readable<S, ComputedKeys<S> | NestedKeys<S>> &
  InputMembers<S> &
  PutMembers<S>;

type Changeable<S extends Schema, K extends keyof S> = { [P in K]: InputFor<S[P]> | undefined };

/** The same for a provider, which has only its inputs to read. */
export type ProviderMembers<S extends Schema> = Changeable<S, InputKeys<S>> & InputMembers<S>;

/** The only block of its name, for reading its attributes or changing its inputs. */
export type BlockReference<S extends Schema> = IResolvable & { readonly fqn: string } & Members<S>;

/** The blocks of one name, for reading the attributes of each. */
export interface BlockList<S extends Schema> extends IResolvable {
  readonly fqn: string;
  get(index: number): IResolvable & { readonly fqn: string } & Readable<S, keyof S>;
}
