import type { TBoolean, TInteger, TNumber, TString, TUnsafe } from '@sinclair/typebox';
import { definedBy, sourceLine } from '../architect/origin';
import { FlowcdkError } from '../ground/finding';
import { withDefault } from './containers';
import type { OrUndefined } from '../ground/defined';
import type { JsonSchema } from './json-schema';
import { patternFlags } from './messages';
import { typed } from './typebox';

/** An example that editors and findings show, or a default, which then serves as the example. */
export type ExampleOrDefault<T> =
  | {
      /** Shown by editors and in findings. */
      readonly example: T;
      /** What holds if the setting is left out. @default it has to be there */
      readonly default?: T | undefined;
    }
  | {
      /** Shown by editors and in findings. @default the default */
      readonly example?: T | undefined;
      /** What holds if the setting is left out. */
      readonly default: T;
    };

/** Options of every value. The description speaks to an administrator: meaning, unit, what is allowed. */
function meaning<T extends string | number | boolean>(
  title: string,
  description: string,
  { example, default: otherwise }: { readonly example?: T | undefined; readonly default?: T | undefined },
): OrUndefined<JsonSchema> {
  const shown = example ?? otherwise;
  return {
    title,
    description: withDefault(description, otherwise),
    examples: shown === undefined ? undefined : [shown],
    default: otherwise,
  };
}

/** How long a text may be, with its example or default. */
export type LineOptions = ExampleOrDefault<string> & {
  /** In characters. @default 200 */
  readonly longest?: number | undefined;
};

/**
 * A name or a short text. White space alone is refused, because that mistake would show much later.
 *
 * @example
 * ```ts
 * line('Queue', 'Where calls go.', { example: 'Orders' })
 * ```
 */
export function line(title: string, description: string, { longest = 200, ...rest }: LineOptions): TString {
  return typed('String', {
    ...meaning(title, description, rest),
    type: 'string',
    pattern: VISIBLE,
    patternErrorMessage: 'a text with something in it',
    maxLength: longest,
  });
}

/** Something that is no white space. */
export const VISIBLE = '\\S';

/**
 * Something a caller hears: a text of up to 2000 characters with something in it.
 *
 * @example
 * ```ts
 * spokenText('Greeting', 'What callers hear first.', { example: 'Welcome to Northwind.' });
 * ```
 */
export const spokenText = (title: string, description: string, options: LineOptions): TString =>
  line(title, description, { ...options, longest: options.longest ?? 2000 });

/** The form of a text, with its example or default. */
export type PatternedTextOptions = ExampleOrDefault<string> & {
  /** The whole text has to match; begin with `^` and end with `$`. No flags: editors know none. */
  readonly pattern: RegExp;
  /** What the pattern allows, in words that go on from "it has to be": `two digits`. */
  readonly allowed: string;
  /** In characters. @default 200 */
  readonly longest?: number | undefined;
  /** Further examples for editors. */
  readonly examples?: readonly string[] | undefined;
};

/**
 * A text of a certain form.
 *
 * @example
 * ```ts
 * patternedText('Desk', 'Number of the desk.', { pattern: /^\d{2}$/, allowed: 'two digits', example: '07' })
 * ```
 *
 * @throws FlowcdkError where the pattern has flags other than `u`
 */
export function patternedText(
  title: string,
  description: string,
  { pattern, allowed, longest = 200, examples = [], ...rest }: PatternedTextOptions,
): TString {
  if (!['', 'u'].includes(pattern.flags)) {
    throw new FlowcdkError([patternFlags(pattern, sourceLine(definedBy(patternedText)))]);
  }
  const said = meaning(title, description, rest);
  return typed('String', {
    ...said,
    type: 'string',
    pattern: pattern.source,
    patternErrorMessage: allowed,
    maxLength: longest,
    examples: [...(said.examples ?? []), ...examples],
  });
}

/**
 * An address that begins with `https://` or `http://`, without a slash at its end, query, fragment or user name.
 *
 * @example
 * ```ts
 * url('Address', 'Where calls are posted.', { example: 'https://backoffice.example/calls' });
 * ```
 */
export function url(title: string, description: string, options: ExampleOrDefault<string>): TString {
  return typed('String', {
    ...meaning(title, description, options),
    type: 'string',
    format: 'uri',
    pattern: '^https?://[^\\s/?#@]+(/[^\\s/?#]+)*$',
    patternErrorMessage:
      'an address that begins with https:// or http:// and has no "/" at its end, no "?" or "#" and no user name',
    maxLength: 500,
  });
}

/** The limits of a number, with its example or default. */
export type NumberOptions = ExampleOrDefault<number> & {
  /** The least that is allowed. */
  readonly minimum: number;
  /** The most that is allowed. */
  readonly maximum: number;
};

/**
 * A whole number within limits. Say the unit in the description.
 *
 * @example
 * ```ts
 * wholeNumber('Deadline', 'Seconds until the call goes on, 1 to 300.', { minimum: 1, maximum: 300, example: 20 })
 * ```
 */
export function wholeNumber(
  title: string,
  description: string,
  { minimum, maximum, ...rest }: NumberOptions,
): TInteger {
  return typed('Integer', { ...meaning(title, description, rest), type: 'integer', minimum, maximum });
}

/**
 * A number within limits, with decimals or without. Say the unit in the description.
 *
 * @example
 * ```ts
 * decimalNumber('Speed', 'How fast the voice speaks, 0.5 to 2.', { minimum: 0.5, maximum: 2, default: 1 });
 * ```
 */
export function decimalNumber(
  title: string,
  description: string,
  { minimum, maximum, ...rest }: NumberOptions,
): TNumber {
  return typed('Number', { ...meaning(title, description, rest), type: 'number', minimum, maximum });
}

/**
 * `true` or `false`.
 *
 * @example
 * ```ts
 * yesOrNo('Music', 'Whether callers hear music while they wait.', { default: true });
 * ```
 */
export function yesOrNo(title: string, description: string, options: ExampleOrDefault<boolean>): TBoolean {
  return typed('Boolean', { ...meaning(title, description, options), type: 'boolean' });
}

/**
 * One of several words.
 *
 * @example
 * ```ts
 * choice('Mood', 'How the music sounds.', ['calm', 'merry'], { default: 'calm' })
 * ```
 */
export function choice<const T extends string>(
  title: string,
  description: string,
  values: readonly T[],
  options: ExampleOrDefault<NoInfer<T>>,
): TUnsafe<T> {
  return typed('Unsafe', { ...meaning(title, description, options), type: 'string', enum: values });
}

/**
 * A time of day, `08:30`: hours in two digits, from `00:00` to `23:59`. Two of them compare as texts.
 *
 * @example
 * ```ts
 * timeOfDay('From', 'When the line opens.', { example: '08:30' });
 * ```
 */
export function timeOfDay(title: string, description: string, options: ExampleOrDefault<string>): TString {
  return patternedText(title, description, {
    ...options,
    pattern: /^([01]\d|2[0-3]):[0-5]\d$/,
    allowed: 'a time from 00:00 to 23:59, hours in two digits',
  });
}

/**
 * A day of the calendar as year-month-day: `2026-12-25`.
 *
 * @example
 * ```ts
 * date('Stocktaking', 'The day on which nobody answers.', { example: '2026-12-31' });
 * ```
 */
export function date(title: string, description: string, options: ExampleOrDefault<string>): TString {
  return typed('String', { ...meaning(title, description, options), type: 'string', format: 'date', maxLength: 10 });
}

/**
 * A time zone by its name at the IANA: `Europe/Paris`.
 *
 * @example
 * ```ts
 * timeZone('Time zone', 'Whose clock the opening hours go by.', { example: 'Europe/Paris' });
 * ```
 */
export function timeZone(title: string, description: string, options: ExampleOrDefault<string>): TString {
  return typed('String', {
    ...meaning(title, description, options),
    type: 'string',
    format: 'time-zone',
    maxLength: 60,
  });
}

/**
 * A telephone number in E.164, `+442079460101`: 7 to 15 digits with the country code.
 *
 * @example
 * ```ts
 * telephoneNumber('Number', 'The number customers call.', { example: '+442079460101' });
 * ```
 */
export function telephoneNumber(title: string, description: string, options: ExampleOrDefault<string>): TString {
  return patternedText(title, description, {
    ...options,
    pattern: /^\+[1-9]\d{6,14}$/,
    allowed: 'a "+", the country code and the number, 7 to 15 digits in all, without spaces',
  });
}

/**
 * A language and a country as Architect writes them: `en-us`.
 *
 * @example
 * ```ts
 * language('Language', 'What callers hear.', { default: 'en-gb' });
 * ```
 */
export function language(title: string, description: string, options: ExampleOrDefault<string>): TString {
  return patternedText(title, description, {
    ...options,
    pattern: /^[a-z]{2,3}(-[a-z0-9]{2,8}){1,2}$/,
    allowed: 'a language and a country in lower-case letters with "-" between',
  });
}
