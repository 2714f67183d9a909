/**
 * The values of expressions while a flow runs. String, Integer and Boolean are JavaScript's own types. A Decimal is
 * decimal.js, a collection is an array, NOT_SET is `null`. All other values are the small immutable classes below.
 */
import { Decimal } from './decimal';
import { Failure } from './expression-error';
import { type JsonData } from './json-text';
import { MAX_INTEGER } from './limits';
import { NOT_SET_TYPE, type, type Kind, type Type } from './types';

export const NOT_SET = null;

/** A point in time in UTC, in whole seconds. */
export class DateTimeValue {
  readonly kind = 'dateTime';
  constructor(
    /** Milliseconds since 1970, a multiple of 1000. */
    readonly milliseconds: number,
  ) {}
}

/** A calendar day or a time of day without a zone, as bots fill slots: `2024-05-01`, `13:30:00`. */
export class PlainTimeValue {
  constructor(
    readonly kind: 'date' | 'time',
    readonly text: string,
  ) {}
}

export class DurationValue {
  readonly kind = 'duration';
  constructor(readonly milliseconds: number) {}
}

/** An amount and a currency code; each part may be NOT_SET while the value itself is set. */
export class CurrencyValue {
  readonly kind = 'currency';
  constructor(
    readonly amount: Decimal | null,
    readonly code: string | null,
  ) {}
}

export interface PhoneNumberParts {
  readonly raw: string;
  readonly uri: string;
  readonly scheme: 'tel' | 'sip' | 'sips' | null;
  readonly isTel: boolean;
  readonly isSip: boolean;
  readonly isGlobal: boolean;
  readonly e164: string | null;
  readonly dialingCode: string | null;
  readonly subscriberNumber: string | null;
  /** The text by which two numbers are compared. */
  readonly identity: string;
}

export class PhoneNumberValue {
  readonly kind = 'phoneNumber';
  constructor(readonly parts: PhoneNumberParts) {}
}

/** A JSON value. JSON's `null` is a set value; a missing value is NOT_SET. */
export class JsonValue {
  readonly kind = 'json';
  constructor(readonly data: JsonData) {}
}

export type ReferenceKind = Extract<
  Kind,
  | 'queue'
  | 'user'
  | 'skill'
  | 'languageSkill'
  | 'group'
  | 'wrapupCode'
  | 'prompt'
  | 'schedule'
  | 'scheduleGroup'
  | 'emergencyGroup'
  | 'externalContact'
  | 'externalOrganization'
  | 'campaign'
  | 'contactList'
  | 'utilizationLabel'
>;

/**
 * A reference to a thing in the org. Its further properties (a user's `username`, a prompt's `type`) have lower-case
 * names.
 */
export class ReferenceValue {
  constructor(
    readonly kind: ReferenceKind,
    readonly id: string,
    readonly name: string,
    readonly properties: Readonly<Record<string, Value>> = {},
  ) {}
}

/** A record with properties by lower-case name: `Call.Contact`, `Message.Message`, … */
export class ObjectValue {
  constructor(
    readonly kind: 'object' | 'contact' | 'email' | 'message' | 'workitem' | 'emailAddress' | 'agentScorePair',
    readonly properties: Readonly<Record<string, Value>>,
  ) {}
}

/** A part of audio. `format` names the constant that shapes it, such as `playChars`. */
export interface AudioPart {
  readonly kind: 'speech' | 'prompt' | 'silence';
  /** The text to say, the name of the prompt, or an empty text for silence. */
  readonly text: string;
  readonly milliseconds?: number;
  readonly format?: string;
  readonly language?: string;
}

export class AudioValue {
  readonly kind = 'audio';
  constructor(
    readonly parts: readonly AudioPart[],
    readonly bargeIn: boolean | null = null,
    readonly flushNow = false,
  ) {}
}

/** A message of a bot, spoken or written. */
export class CommunicationValue {
  readonly kind = 'communication';
  constructor(readonly parts: readonly { readonly text: string; readonly ssml: boolean; readonly format?: string }[]) {}
}

/** A constant: `Format.String`, or with a member `Format.String.playChars`. */
export class ConstantValue {
  constructor(
    readonly kind: Kind,
    readonly name: string,
  ) {}
}

export type ScalarValue =
  | string
  | number
  | boolean
  | Decimal
  | DateTimeValue
  | PlainTimeValue
  | DurationValue
  | CurrencyValue
  | PhoneNumberValue
  | JsonValue
  | ReferenceValue
  | ObjectValue
  | AudioValue
  | CommunicationValue
  | ConstantValue;
export type Value = ScalarValue | readonly Value[] | null;

const STRING = type('string');
const INTEGER = type('integer');
const BOOLEAN = type('boolean');
const DECIMAL = type('decimal');

/**
 * The type that a value shows by itself. A collection without a set item does not show its kind. NOT_SET shows no type.
 */
export function typeOf(value: Value): Type {
  switch (typeof value) {
    case 'string':
      return STRING;
    case 'number':
      return INTEGER;
    case 'boolean':
      return BOOLEAN;
  }
  if (value === null) return NOT_SET_TYPE;
  if (isList(value)) {
    const first = value.find((item) => item !== null);
    return type(first === undefined ? 'any' : typeOf(first).kind, true);
  }
  if (value instanceof Decimal) return DECIMAL;
  return type(value.kind);
}

export function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

/** An Integer in range. `-0` becomes `0`. */
export function integer(value: number): number {
  if (value <= MAX_INTEGER && value >= -MAX_INTEGER) return value + 0;
  throw new Failure(`the result is outside the range of Integer, ±${MAX_INTEGER}`);
}
