/** Turns values into text: the text of ToString, and the notation of the value as an expression. */
import { castTo } from './cast-to';
import { Decimal, decimalText, ROUND_HALF_AWAY_FROM_ZERO } from './decimal';
import { dateTimeText, durationParts, durationText } from './date-time';
import { Failure } from './expression-error';
import { writeJson, type JsonData } from './json-text';
import { MAX_STRING_LENGTH } from './limits';
import { quote } from './tokens';
import { type, type Type } from './types';
import {
  type AudioPart,
  AudioValue,
  CommunicationValue,
  ConstantValue,
  CurrencyValue,
  DateTimeValue,
  DurationValue,
  isList,
  JsonValue,
  ObjectValue,
  PhoneNumberValue,
  PlainTimeValue,
  ReferenceValue,
  type Value,
} from './values';

const CURRENCY_PLACES = 2;

/** The text of a scalar; NOT_SET has none. Collections are joined by {@link joined}. */
export function textOf(value: Value): string | null {
  if (value === null || typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (isList(value)) return joined(value, '\n');
  if (value instanceof Decimal) return decimalText(value);
  if (value instanceof DateTimeValue) return dateTimeText(value);
  if (value instanceof DurationValue) return durationText(value);
  if (value instanceof CurrencyValue) return currencyText(value);
  if (value instanceof PhoneNumberValue) return value.parts.uri;
  if (value instanceof JsonValue) return jsonText(value.data);
  if (value instanceof ReferenceValue) return referenceText(value);
  if (value instanceof PlainTimeValue) return value.text;
  if (value instanceof ConstantValue) return value.name;
  if (value instanceof ObjectValue) return objectText(value);
  return spokenText(value);
}

/** Items joined by a delimiter; a NOT_SET item is an empty text. */
export function joined(
  items: readonly Value[],
  delimiter: string,
  text: (item: Value) => string | null = textOf,
): string {
  const texts = items.map((item) => text(item) ?? '');
  let length = delimiter.length * Math.max(0, texts.length - 1);
  for (const part of texts) length += part.length;
  checkLength(length);
  return texts.join(delimiter);
}

/** Refuses a text that would be too long, before it is built. */
export function checkLength(length: number): void {
  if (length <= MAX_STRING_LENGTH) return;
  throw new Failure(`the text would have ${length} characters, at most ${MAX_STRING_LENGTH} are allowed`);
}

/** `1.13`: rounded half away from zero, with an exact number of places. */
export function fixedText(value: Decimal, digits: number): string {
  // The value is rounded first, because a value that rounds to zero has no sign.
  return value.toDecimalPlaces(digits, ROUND_HALF_AWAY_FROM_ZERO).toFixed(digits);
}

/** `10.00|USD`. A NOT_SET part is empty. The amount has at least two places, unless a number of places is given. */
export function currencyText({ amount, code }: CurrencyValue, digits?: number): string {
  const text =
    amount === null ? '' : digits === undefined ? decimalText(amount, CURRENCY_PLACES) : fixedText(amount, digits);
  return `${text}|${code ?? ''}`;
}

/**
 * The text of JSON data: strings without quotes, numbers and booleans as text, objects and arrays as compact JSON, null
 * as NOT_SET (assumed).
 */
function jsonText(data: JsonData): string | null {
  if (data === null || typeof data === 'string') return data;
  return writeJson(data);
}

function referenceText(value: ReferenceValue): string {
  if (value.kind === 'externalContact' || value.kind === 'externalOrganization') return value.id;
  const username = value.kind === 'user' ? value.properties['username'] : undefined;
  return typeof username === 'string' ? username : value.name;
}

function objectText(value: ObjectValue): string {
  const address = value.kind === 'emailAddress' ? value.properties['address'] : undefined;
  return typeof address === 'string' ? address : writeJson(toJsonData(value));
}

function spokenText(value: AudioValue | CommunicationValue): string {
  return joined(
    value.parts.map((part) => part.text),
    '',
  );
}

/** A value as JSON data, as ToJson makes it and `eval` prints it. */
export function toJsonData(value: Value): JsonData {
  if (typeof value === 'number' || typeof value === 'boolean' || value instanceof Decimal) return value;
  if (isList(value)) return value.map(toJsonData);
  if (value instanceof JsonValue) return value.data;
  if (value instanceof ObjectValue) {
    return Object.fromEntries(Object.entries(value.properties).map(([name, part]) => [name, toJsonData(part)]));
  }
  if (value instanceof ReferenceValue) return { id: value.id, name: value.name };
  if (value instanceof CurrencyValue) return { amount: value.amount, code: value.code };
  return textOf(value);
}

/**
 * The value in the notation of Architect. The text reads back to an equal value. It is a literal where the language has
 * one, otherwise the call of the function that makes the value. References read back in an org that knows their names.
 */
export function literalOf(value: Value, of: Type): string {
  if (value === null) return 'NOT_SET';
  if (isList(value)) return listLiteral(value, of);
  if (typeof value === 'string') return quote(value);
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value instanceof Decimal) return decimalText(value);
  if (value instanceof DateTimeValue) return dateTimeLiteral(value);
  if (value instanceof DurationValue) return durationLiteral(value);
  if (value instanceof CurrencyValue) {
    const amount = value.amount === null ? 'ToDecimal(NOT_SET)' : decimalText(value.amount, CURRENCY_PLACES);
    return `MakeCurrency(${amount}, ${value.code === null ? 'NOT_SET' : quote(value.code)})`;
  }
  if (value instanceof PhoneNumberValue) return `ToPhoneNumber(${quote(value.parts.uri)})`;
  if (value instanceof JsonValue) return `JsonParse(${quote(writeJson(value.data))})`;
  if (value instanceof ReferenceValue) return referenceLiteral(value);
  if (value instanceof ConstantValue) return value.name;
  if (value instanceof AudioValue) return audioLiteral(value);
  if (value instanceof CommunicationValue) return communicationLiteral(value);
  const objectLiteral = value instanceof ObjectValue ? objectLiterals[value.kind] : undefined;
  if (objectLiteral !== undefined && value instanceof ObjectValue) return objectLiteral(value);
  return quote(textOf(value) ?? '');
}

function listLiteral(items: readonly Value[], of: Type): string {
  const dummy = `${dummyCast[of.kind] ?? 'ToString'}(NOT_SET)`;
  if (items.length === 0) return `MakeEmptyList(${dummy})`;
  const someSet = items.some((item) => item !== null);
  return `MakeList(${items.map((item) => (item === null && !someSet ? dummy : literalOf(item, of))).join(', ')})`;
}

/** The function that gives a kind to NOT_SET. */
const dummyCast: Readonly<Partial<Record<Type['kind'], string>>> = {
  ...castTo,
  json: 'JsonParse',
  languageSkill: 'ToLanguageSkill',
  prompt: 'FindUserPrompt',
  scheduleGroup: 'ToScheduleGroup',
};

function dateTimeLiteral({ milliseconds }: DateTimeValue): string {
  const date = new Date(milliseconds);
  const day = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
  return `MakeDateTime(${[...day, date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()].join(', ')})`;
}

function durationLiteral({ milliseconds }: DurationValue): string {
  const { days, hours, minutes, seconds, rest } = durationParts(Math.abs(milliseconds));
  const parts = rest === 0 ? [days, hours, minutes, seconds] : [days, hours, minutes, seconds, rest];
  return `MakeDuration(${parts.map((part) => Math.sign(milliseconds) * part).join(', ')})`;
}

function referenceLiteral(value: ReferenceValue): string {
  if (value.kind === 'prompt') return `FindUserPrompt(${quote(value.name)})`;
  const cast = dummyCast[value.kind];
  return cast === undefined ? quote(textOf(value) ?? '') : `${cast}(${quote(textOf(value) ?? '')})`;
}

function audioLiteral({ parts, bargeIn, flushNow }: AudioValue): string {
  const written = parts.map(audioPartLiteral);
  const [first = 'ToAudioTTS("")'] = written;
  const audio = written.length < 2 ? first : `Append(${written.join(', ')})`;
  if (bargeIn === null) return audio;
  return `AudioPlaybackOptions(${audio}, ${String(bargeIn)}${flushNow ? ', true' : ''})`;
}

function audioPartLiteral({ kind, text, milliseconds = 0, format, language }: AudioPart): string {
  if (kind === 'silence') return `ToAudioBlank(${milliseconds})`;
  if (kind === 'prompt') return `ToAudio(FindUserPrompt(${quote(text)}))`;
  if (language !== undefined) return `ToAudioTTS(${quote(text)}, ${quote(language)})`;
  if (format === undefined) return `ToAudioTTS(${quote(text)})`;
  const formatted = formattedLiterals[format.slice(0, format.lastIndexOf('.'))] ?? formattedLiterals['Format.String'];
  return `${formatted?.(text) ?? ''}, ${format})`;
}

/**
 * The call that turns a text into audio, by the group of the constant that formats it. The constant follows the text.
 */
const formattedLiterals: Readonly<Record<string, (text: string) => string>> = {
  'Format.String': (text) => `ToAudioTTS(${quote(text)}`,
  'Format.Bool': (text) => `ToAudioBool(${text}`,
  'Format.Number': (text) => `ToAudioNumber(${text}`,
  'Format.Currency': (text) => `ToAudioCurrency(ToCurrency(${quote(text)})`,
  'Format.PhoneNumber': (text) => `ToAudioPhoneNumber(ToPhoneNumber(${quote(text)})`,
  'Format.Date': (text) => `ToAudioDate(ToDateTime(${quote(text)})`,
  'Format.Time': (text) => `ToAudioTime(ToDateTime(${quote(`1970-01-01T${text}Z`)})`,
};

function communicationLiteral({ parts }: CommunicationValue): string {
  const written = parts.map(({ text, ssml }) => (ssml ? `ToCommunicationSsml(${quote(text)})` : quote(text)));
  const [first = '""'] = written;
  return written.length < 2 && parts[0]?.ssml === true ? first : `MakeCommunication(${written.join(', ') || first})`;
}

const objectLiterals: Readonly<Partial<Record<ObjectValue['kind'], (value: ObjectValue) => string>>> = {
  emailAddress: emailLiteral,
  agentScorePair: ({ properties: { user = null, score = null } }) =>
    `MakeAgentScorePair(${literalOf(user, type('user'))}, ${literalOf(score, type('integer'))})`,
};

function emailLiteral({ properties }: ObjectValue): string {
  const address = quote(textOf(properties['address'] ?? null) ?? '');
  const name = properties['name'];
  return typeof name === 'string' ? `MakeEmailAddress(${address}, ${quote(name)})` : `MakeEmailAddress(${address})`;
}
