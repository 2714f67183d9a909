import { type IResolvable, type TerraformMetaArguments } from '../cdktf';
import { type ApiColumn } from './api-column';

/*
 * The words in which a resource's table is written, and the types TypeScript reads off that table. One row is one
 * attribute or nested block of the Terraform provider, named in camelCase as `cdktf get` names it.
 */

/** How the value of each Terraform type is given in a configuration. Strings and numbers may hold tokens. */
interface InputTypes {
  string: string;
  number: number;
  bool: boolean | IResolvable;
  'list(string)': readonly string[];
  'set(string)': readonly string[];
  'map(string)': Readonly<Record<string, string>>;
}

/** How the value of each Terraform type is read back from a resource: as a token. */
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

/** Who gives the value: the configuration must, the configuration may, or only the provider does. */
export type Usage = 'required' | 'optional' | 'optional+computed' | 'computed';

/** A plain value. */
export interface Attribute<T extends ValueType = ValueType, U extends Usage = Usage> {
  readonly kind: 'attribute';
  readonly type: T;
  readonly usage: U;
  /** Terraform hides the value in its output; it is in the state all the same. */
  readonly sensitive: boolean;
  readonly api: ApiColumn;
}

export type Nesting = 'list' | 'set';

/** How many blocks there may be: `1..1` is exactly one, `0..*` any number. */
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
 * A list or set of objects that is an attribute, although it is written like a block. Terraform's JSON wants every key
 * of every object, so those left out are written as `null`.
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

/** Must be given. */
export const required = attribute('required');
/** May be given. */
export const optional = attribute('optional');
/** May be given; otherwise the value of the org is kept and can be read. */
export const optionalComputed = attribute('optional+computed');
/** Can only be read. */
export const computed = attribute('computed');

/** Terraform hides this value in its output. */
export const sensitive = <T extends ValueType, U extends Usage>(row: Attribute<T, U>): Attribute<T, U> => ({
  ...row,
  sensitive: true,
});

/** A nested block: given as one object when there may be one, as an array when there may be more. */
export const block = <C extends Count, S extends Schema>(
  nesting: Nesting,
  count: C,
  schema: S,
  ...api: readonly ApiColumn[]
): Block<C, S> => ({ kind: 'block', nesting, count, schema, api: columnOf(api) });

/** Objects in an attribute; see {@link Objects}. */
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

/** What is given for one row. */
type InputFor<F> =
  F extends Attribute<infer T>
    ? InputTypes[T]
    : F extends SingleBlock<infer S>
      ? Struct<S>
      : F extends { readonly schema: infer S extends Schema }
        ? readonly Struct<S>[] | IResolvable
        : never;

// Picking by a type parameter keeps the doc comments of the table; filtering with `as` would lose them.
type MustGive<S extends Schema, K extends keyof S> = { readonly [P in K]: InputFor<S[P]> };
type MayGive<S extends Schema, K extends keyof S> = { readonly [P in K]?: InputFor<S[P]> | undefined };

/** The object that configures a nested block. Keys whose value is `undefined` count as left out. */
export type Struct<S extends Schema> = MustGive<S, RequiredKeys<S>> & MayGive<S, OptionalKeys<S>>;

/** The row every resource and data source has. */
export const identity = {
  /** Id in the org, known after apply. Terraform gives it: never set it. */
  id: optionalComputed('string'),
};

/** The configuration of a resource or data source: its table, its id, and Terraform's meta-arguments. */
export type Config<S extends Schema> = TerraformMetaArguments & Struct<S> & Struct<typeof identity>;

/** What is read from one row. */
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

/** `nameInput` is what was given, `resetName()` leaves it out again. */
type InputMembers<S extends Schema> = {
  readonly [K in InputKeys<S> & string as `${K}Input`]: InputFor<S[K]> | undefined;
} & {
  readonly [K in OptionalKeys<S> & string as `reset${Capitalize<K>}`]: () => void;
};

/** `putBlock(…)` replaces what was given for a block. */
type PutMembers<S extends Schema> = {
  readonly [K in NestedKeys<S> & string as `put${Capitalize<K>}`]: (value: InputFor<S[K]>) => void;
};

/** The properties and methods a table gives to its class, named as `cdktf get` names them. */
export type Members<S extends Schema> = Settable<S, PlainKeys<S> & InputKeys<S>> &
  Readable<S, ComputedKeys<S> | NestedKeys<S>> &
  InputMembers<S> &
  PutMembers<S>;

type Changeable<S extends Schema, K extends keyof S> = { [P in K]: InputFor<S[P]> | undefined };

/** The same for a provider, which has nothing to read but what was given. */
export type ProviderMembers<S extends Schema> = Changeable<S, InputKeys<S>> & InputMembers<S>;

/** The one block of its name, to read its attributes or to change what was given. */
export type BlockReference<S extends Schema> = IResolvable & { readonly fqn: string } & Members<S>;

/** The blocks of one name, to read the attributes of each. */
export interface BlockList<S extends Schema> extends IResolvable {
  readonly fqn: string;
  get(index: number): IResolvable & { readonly fqn: string } & Readable<S, keyof S>;
}
