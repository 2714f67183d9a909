/**
 * The types of Architect values, as TypeScript sees them.
 *
 * Strings and booleans are TypeScript's own types. Every other type is a mark that exists only at compile time, so that
 * an integer never goes to a decimal and a queue never to a string.
 */

import { defined } from '../ground/defined';

declare const architectType: unique symbol;

/** A type without values in TypeScript. It only separates the kinds of Architect values. */
export interface Mark<K extends string> {
  readonly [architectType]: K;
}

/** A whole number from −999 999 999 999 999 to 999 999 999 999 999. */
export type Integer = Mark<'integer'>;
/** A decimal number of up to 40 digits. */
export type Decimal = Mark<'decimal'>;
/** A moment in UTC, whole seconds, 1800 to 2200. */
export type DateTime = Mark<'dateTime'>;
/** A calendar date without a time. */
export type CalendarDate = Mark<'date'>;
/** A time of day without a date. */
export type TimeOfDay = Mark<'time'>;
/** A length of time, kept in milliseconds. */
export type Duration = Mark<'duration'>;
/** An amount with its currency code. */
export type Currency = Mark<'currency'>;
/** A telephone number or SIP address. */
export type PhoneNumber = Mark<'phoneNumber'>;
/** Any JSON value. */
export type Json = Mark<'json'>;
/** Something playable: text-to-speech, a prompt, or pieces of them. There are no variables of this type. */
export type Audio = Mark<'audio'>;
/** A message of a bot, in text and voice. There are no variables of this type. */
export type Communication = Mark<'communication'>;

/** The objects of an organisation that a variable can hold, by Architect's names of their kinds. */
export interface ReferenceTypes {
  queue: Mark<'queue'>;
  user: Mark<'user'>;
  skill: Mark<'skill'>;
  languageSkill: Mark<'languageSkill'>;
  group: Mark<'group'>;
  wrapupCode: Mark<'wrapupCode'>;
  prompt: Mark<'prompt'>;
  systemPrompt: Mark<'systemPrompt'>;
  schedule: Mark<'schedule'>;
  scheduleGroup: Mark<'scheduleGroup'>;
  emergencyGroup: Mark<'emergencyGroup'>;
  externalContact: Mark<'externalContact'>;
  externalOrganization: Mark<'externalOrganization'>;
  emailAddress: Mark<'emailAddress'>;
  agentScorePair: Mark<'agentScorePair'>;
  utilizationLabel: Mark<'utilizationLabel'>;
}

/** A kind of object of an organisation: `queue`, `user`, `skill` … */
export type ReferenceKind = keyof ReferenceTypes;
/** A variable that holds a queue. */
export type Queue = ReferenceTypes['queue'];
/** A variable that holds a user of the organisation. */
export type User = ReferenceTypes['user'];
/** A variable that holds an ACD skill. */
export type Skill = ReferenceTypes['skill'];
/** A variable that holds a language skill. */
export type LanguageSkill = ReferenceTypes['languageSkill'];
/** A variable that holds a group. */
export type Group = ReferenceTypes['group'];
/** A variable that holds a wrap-up code. */
export type WrapupCode = ReferenceTypes['wrapupCode'];
/** A variable that holds a user prompt. */
export type Prompt = ReferenceTypes['prompt'];
/** A variable that holds a system prompt. */
export type SystemPrompt = ReferenceTypes['systemPrompt'];
/** A variable that holds a schedule. */
export type Schedule = ReferenceTypes['schedule'];
/** A variable that holds a schedule group. */
export type ScheduleGroup = ReferenceTypes['scheduleGroup'];
/** A variable that holds an emergency group. */
export type EmergencyGroup = ReferenceTypes['emergencyGroup'];
/** A variable that holds an external contact. */
export type ExternalContact = ReferenceTypes['externalContact'];
/** A variable that holds an external organisation. */
export type ExternalOrganization = ReferenceTypes['externalOrganization'];
/** A variable that holds an e-mail address with its display name. */
export type EmailAddress = ReferenceTypes['emailAddress'];
/** A variable that holds an agent with the score of a preference. */
export type AgentScorePair = ReferenceTypes['agentScorePair'];
/** A variable that holds a utilization label. */
export type UtilizationLabel = ReferenceTypes['utilizationLabel'];

const scalarKinds = [
  'string',
  'integer',
  'decimal',
  'boolean',
  'dateTime',
  'date',
  'time',
  'duration',
  'currency',
  'phoneNumber',
  'json',
] as const;

const referenceKinds = [
  'queue',
  'user',
  'skill',
  'languageSkill',
  'group',
  'wrapupCode',
  'prompt',
  'systemPrompt',
  'schedule',
  'scheduleGroup',
  'emergencyGroup',
  'externalContact',
  'externalOrganization',
  'emailAddress',
  'agentScorePair',
  'utilizationLabel',
] as const satisfies readonly ReferenceKind[];

/** Architect's name of a type of variable, as it stands in YAML before `Variable` or `CollectionVariable`. */
export type VariableKind = (typeof scalarKinds)[number] | ReferenceKind;

/** All kinds of variables that Flowcdk declares. Variables of other kinds in files are kept as they are. */
export const variableKinds: readonly VariableKind[] = [...scalarKinds, ...referenceKinds];

/** Whether values of a kind are things of the organisation, such as queues. Other values can be written as literals. */
export const isReferenceKind = (kind: string): kind is ReferenceKind =>
  (referenceKinds as readonly string[]).includes(kind);

/**
 * A type as a value, for the declaration of variables, inputs and outputs. `string()`, `integer()` and `list(…)` make
 * such types. `T` is the type in TypeScript.
 */
export interface Type<T> {
  readonly kind: VariableKind | 'object';
  readonly collection: boolean;
  /** The allowed values, where they are limited. */
  readonly values?: readonly string[];
  /** The properties of an `object(…)`, which only contracts of data actions have. */
  readonly properties?: Readonly<Record<string, Type<unknown>>>;
  /** Whether the value may be missing. */
  readonly optional?: boolean;
  readonly description?: string;
  /** The value of the variable when the flow starts. @default NOT_SET */
  readonly initial?: unknown;
  /** Only for the compiler. */
  readonly '~type'?: T;
}

/** The TypeScript side of a `Type`. */
export type TypeOf<D> = D extends Type<infer T> ? T : never;

/** A set of declared names with their types. */
export type Declarations = Readonly<Record<string, Type<unknown>>>;

/** The options of a variable, an input or an output besides its type. */
export interface TypeOptions<Initial> {
  /** The description in Architect and in contracts. */
  readonly description?: string | undefined;
  /** The value at the start of the flow. @default NOT_SET; an empty collection for collections */
  readonly initial?: Initial | undefined;
}

function typeOf<T>(kind: VariableKind, options: TypeOptions<unknown>): Type<T> {
  return Object.freeze({ kind, collection: false, ...defined(options) });
}

/**
 * Text.
 *
 * @example
 * ```ts
 * string({ description: 'E.164', initial: '' });
 * ```
 */
export const string = (options: TypeOptions<string> = {}): Type<string> => typeOf('string', options);
/**
 * A whole number.
 *
 * @example
 * ```ts
 * integer({ initial: 0 });
 * ```
 */
export const integer = (options: TypeOptions<number> = {}): Type<Integer> => typeOf('integer', options);
/**
 * A decimal number. Write long numbers as text.
 *
 * @example
 * ```ts
 * decimal({ initial: '19.99' });
 * ```
 */
export const decimal = (options: TypeOptions<number | string> = {}): Type<Decimal> => typeOf('decimal', options);
/**
 * True or false.
 *
 * @example
 * ```ts
 * boolean({ initial: false });
 * ```
 */
export const boolean = (options: TypeOptions<boolean> = {}): Type<boolean> => typeOf('boolean', options);
/**
 * A moment in UTC, whole seconds.
 *
 * @example
 * ```ts
 * const variables = { calledAt: dateTime() };
 * ```
 */
export const dateTime = (options: TypeOptions<never> = {}): Type<DateTime> => typeOf('dateTime', options);
/**
 * A calendar date without a time.
 *
 * @example
 * ```ts
 * const variables = { appointment: date() };
 * ```
 */
export const date = (options: TypeOptions<never> = {}): Type<CalendarDate> => typeOf('date', options);
/**
 * A time of day without a date.
 *
 * @example
 * ```ts
 * const variables = { opensAt: time() };
 * ```
 */
export const time = (options: TypeOptions<never> = {}): Type<TimeOfDay> => typeOf('time', options);
/**
 * A length of time, kept in milliseconds.
 *
 * @example
 * ```ts
 * duration({ initial: seconds(30) });
 * ```
 */
export const duration = (options: TypeOptions<DurationLiteral> = {}): Type<Duration> => typeOf('duration', options);
/**
 * An amount of money with its currency code.
 *
 * @example
 * ```ts
 * const variables = { balance: currency() };
 * ```
 */
export const currency = (options: TypeOptions<never> = {}): Type<Currency> => typeOf('currency', options);
/**
 * A telephone number or a SIP address.
 *
 * @example
 * ```ts
 * const variables = { callbackNumber: phoneNumber() };
 * ```
 */
export const phoneNumber = (options: TypeOptions<never> = {}): Type<PhoneNumber> => typeOf('phoneNumber', options);
/**
 * Any JSON value. Its initial value cannot be given: assign it with `exp<Json>\`JsonParse("…")\``.
 *
 * @example
 * ```ts
 * const variables = { answer: json() };
 * ```
 */
export const json = (options: TypeOptions<never> = {}): Type<Json> => typeOf('json', options);
/**
 * An object of the organisation, such as a queue or a user.
 *
 * @example
 * ```ts
 * reference('queue', { initial: { name: 'Orders' } });
 * ```
 */
export const reference = <K extends ReferenceKind>(
  kind: K,
  options: TypeOptions<{ readonly name: string }> = {},
): Type<ReferenceTypes[K]> => typeOf(kind, options);

/**
 * A text with a limited set of values. A `switchOn` over it needs a case for each value.
 *
 * @example
 * ```ts
 * oneOf(['ONGOING', 'SUCCESS', 'FAILED'], { initial: 'ONGOING' });
 * ```
 */
export const oneOf = <const V extends readonly [string, ...string[]]>(
  values: V,
  options: TypeOptions<V[number]> = {},
): Type<V[number]> => Object.freeze({ ...typeOf<V[number]>('string', options), values });

/**
 * A collection of one type.
 *
 * @example
 * ```ts
 * list(string()); // a string collection
 * ```
 */
export const list = <T>(item: Type<T>, options: TypeOptions<never> = {}): Type<readonly T[]> =>
  Object.freeze({
    kind: item.kind,
    collection: true,
    ...defined({ properties: item.properties, values: item.values, ...options }),
  });

/** A length of time in a definition: `seconds(5)`, `minutes(1)`. Its parts are added up. */
export interface DurationLiteral {
  readonly days?: number | undefined;
  readonly hours?: number | undefined;
  readonly minutes?: number | undefined;
  readonly seconds?: number | undefined;
  readonly ms?: number | undefined;
}

/**
 * A length of time in days of 24 hours.
 *
 * @example
 * ```ts
 * days(3);
 * ```
 */
export const days = (n: number): DurationLiteral => Object.freeze({ days: n });
/**
 * A length of time in hours.
 *
 * @example
 * ```ts
 * hours(2);
 * ```
 */
export const hours = (n: number): DurationLiteral => Object.freeze({ hours: n });
/**
 * A length of time in minutes.
 *
 * @example
 * ```ts
 * wait('Give them a minute', minutes(1));
 * ```
 */
export const minutes = (n: number): DurationLiteral => Object.freeze({ minutes: n });
/**
 * A length of time in seconds, which may have fractions.
 *
 * @example
 * ```ts
 * seconds(0.5);
 * ```
 */
export const seconds = (n: number): DurationLiteral => Object.freeze({ seconds: n });
/**
 * A length of time in milliseconds.
 *
 * @example
 * ```ts
 * milliseconds(250);
 * ```
 */
export const milliseconds = (n: number): DurationLiteral => Object.freeze({ ms: n });

/**
 * The whole length in milliseconds.
 *
 * @example
 * ```ts
 * inMilliseconds(seconds(5)); // 5000
 * ```
 */
export const inMilliseconds = (d: DurationLiteral): number =>
  ((((d.days ?? 0) * 24 + (d.hours ?? 0)) * 60 + (d.minutes ?? 0)) * 60 + (d.seconds ?? 0)) * 1000 + (d.ms ?? 0);

/** Architect's name of a declared type in YAML: `string`, `stringCollection`. */
export const kindName = (type: Pick<Type<unknown>, 'kind' | 'collection'>): string =>
  type.collection ? `${type.kind}Collection` : type.kind;
