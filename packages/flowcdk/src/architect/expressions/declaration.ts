/**
 * The form of the declaration of a function: its name, its overloads with their types and NOT_SET flags, a line of
 * documentation, and a body beside each overload. Parameters look as in Architect's help: `param('text', 'string')`,
 * `param('replacement?', 'string')` for a parameter that accepts NOT_SET, `param('next?...', 'string')` for a parameter
 * that repeats.
 */
import { type Decimal } from './decimal';
import { type Environment } from './environment';
import { type, type Kind, type Type } from './types';
import {
  type AudioValue,
  type CommunicationValue,
  type ConstantValue,
  type CurrencyValue,
  type DateTimeValue,
  type DurationValue,
  type JsonValue,
  type ObjectValue,
  type PhoneNumberValue,
  type PlainTimeValue,
  type ReferenceKind,
  type ReferenceValue,
  type ScalarValue,
  type Value,
} from './values';

export type Category =
  | 'audio'
  | 'cast'
  | 'communication'
  | 'comparison'
  | 'datetime'
  | 'email'
  | 'financial'
  | 'json'
  | 'language'
  | 'list'
  | 'logical'
  | 'mathematical'
  | 'routing'
  | 'search'
  | 'statistical'
  | 'text'
  | 'unary';

/** A body as the evaluator calls it. The checker has matched the arguments with the parameters. */
export type Body = (...args: readonly unknown[]) => Value;

export interface Parameter {
  readonly name: string;
  readonly type: Type;
  /** Whether the argument may be NOT_SET. If not, NOT_SET fails when the flow runs. */
  readonly notSetAllowed: boolean;
  /** Whether one or more arguments may stand in this place. */
  readonly repeatable: boolean;
}

export interface Overload {
  readonly parameters: readonly Parameter[];
  /** `any` stands for the type that the parameters of type `any` share. */
  readonly returns: Type;
  /** Whether the body reads the clock, chance or the org. It then receives the environment before the arguments. */
  readonly asksEnvironment: boolean;
  readonly body: Body;
  /** Whether the catalogue of 2018 lacks the overload. */
  readonly newer: boolean;
}

/** The parameter of an argument. The last parameter takes all arguments after it. */
export function parameterAt({ parameters }: Overload, index: number): Parameter | undefined {
  return parameters[Math.min(index, parameters.length - 1)];
}

export interface FunctionDeclaration {
  /** The function's name, or the operator's symbol. */
  readonly name: string;
  /** The id, which distinguishes `-` between two values from `-` before a value. */
  readonly id: string;
  readonly category: Category;
  readonly doc: string;
  readonly overloads: readonly Overload[];
  /**
   * The source of the declaration. `catalogue` is the catalogue of 2018. `newer` functions occur in published flows,
   * change logs or help pages; their types are inferred from their use.
   */
  readonly basis: 'catalogue' | 'newer';
  /**
   * Whether the function evaluates only the operands that it needs. Its overloads give only types; the evaluator has
   * its behaviour.
   */
  readonly lazy: boolean;
}

interface ValueOfKind extends Record<Exclude<Kind, ReferenceKind>, ScalarValue> {
  string: string;
  integer: number;
  decimal: Decimal;
  boolean: boolean;
  dateTime: DateTimeValue;
  date: PlainTimeValue;
  time: PlainTimeValue;
  duration: DurationValue;
  currency: CurrencyValue;
  phoneNumber: PhoneNumberValue;
  json: JsonValue;
  emailAddress: ObjectValue;
  audio: AudioValue;
  audioOrPrompt: AudioValue | ReferenceValue;
  anything: ScalarValue;
  communication: CommunicationValue;
  stringFormat: ConstantValue;
  boolFormat: ConstantValue;
  currencyFormat: ConstantValue;
  dateFormat: ConstantValue;
  numberFormat: ConstantValue;
  phoneNumberFormat: ConstantValue;
  timeFormat: ConstantValue;
  timePart: ConstantValue;
  languageContext: ConstantValue;
}

type Written = Kind | `${Kind}[]`;
type ScalarOf<K extends Kind> = K extends ReferenceKind
  ? ReferenceValue
  : K extends keyof ValueOfKind
    ? ValueOfKind[K]
    : never;
type Held<W extends Written> = W extends `${infer K extends Kind}[]`
  ? readonly (ScalarOf<K> | null)[]
  : W extends Kind
    ? ScalarOf<W>
    : never;
type ArgumentOf<N extends string, W extends Written> = N extends `${string}?${string}` ? Held<W> | null : Held<W>;

interface TypedParameter<V, R extends boolean> extends Parameter {
  readonly repeatable: R;
  /** Never present. It carries the types of the arguments to the body. */
  readonly args?: V;
}

type ArgumentsOf<P extends readonly Parameter[]> = P extends readonly [
  infer F,
  ...infer Rest extends readonly Parameter[],
]
  ? F extends TypedParameter<infer V, infer R>
    ? R extends true
      ? V[]
      : [V, ...ArgumentsOf<Rest>]
    : never
  : [];

type Returned = Written;

export function param<const N extends string, const W extends Written>(
  written: N,
  kind: W,
): TypedParameter<ArgumentOf<N, W>, N extends `${string}...` ? true : false> {
  const repeatable = written.endsWith('...');
  const bare = repeatable ? written.slice(0, -3) : written;
  const notSetAllowed = bare.endsWith('?');
  return Object.freeze({
    name: notSetAllowed ? bare.slice(0, -1) : bare,
    type: typeWritten(kind),
    notSetAllowed,
    repeatable: repeatable as N extends `${string}...` ? true : false,
  });
}

/** An overload with a pure body. */
export function overload<const P extends readonly Parameter[]>(
  parameters: P,
  returns: Returned,
  body: (...args: ArgumentsOf<P>) => Value,
): Overload {
  return Object.freeze({
    parameters,
    returns: typeWritten(returns),
    asksEnvironment: false,
    body: body as unknown as Body,
    newer: false,
  });
}

/** An overload that needs the clock, chance or the org. */
export function asking<const P extends readonly Parameter[]>(
  parameters: P,
  returns: Returned,
  body: (environment: Environment, ...args: ArgumentsOf<P>) => Value,
): Overload {
  return Object.freeze({
    parameters,
    returns: typeWritten(returns),
    asksEnvironment: true,
    body: body as unknown as Body,
    newer: false,
  });
}

/** Marks an overload that is missing in the catalogue of 2018, of a function that the catalogue has. */
export function newer(declared: Overload): Overload {
  return Object.freeze({ ...declared, newer: true });
}

export function func(
  name: string,
  category: Category,
  doc: string,
  overloads: readonly Overload[],
): FunctionDeclaration {
  return Object.freeze({ name, id: name, category, doc, overloads, basis: 'catalogue', lazy: false });
}

/** A function that is missing in the catalogue of 2018. Its types are inferred from published flows and help pages. */
export function newerFunc(
  name: string,
  category: Category,
  doc: string,
  overloads: readonly Overload[],
): FunctionDeclaration {
  return Object.freeze({
    name,
    id: name,
    category,
    doc: `${doc} (newer, inferred)`,
    overloads,
    basis: 'newer',
    lazy: false,
  });
}

export function operator(
  name: string,
  id: string,
  category: Category,
  doc: string,
  overloads: readonly Overload[],
): FunctionDeclaration {
  return Object.freeze({ name, id, category, doc, overloads, basis: 'catalogue', lazy: false });
}

/** The same declaration for a function that evaluates its operands one by one, as needed. */
export function lazy(declared: FunctionDeclaration): FunctionDeclaration {
  return Object.freeze({ ...declared, lazy: true });
}

/** The body of lazy functions, whose behaviour is in the evaluator. */
export const notCalled = (): never => {
  throw new TypeError('a lazy function is evaluated without its body');
};

function typeWritten(written: Written): Type {
  return written.endsWith('[]') ? type(written.slice(0, -2) as Kind, true) : type(written as Kind);
}
