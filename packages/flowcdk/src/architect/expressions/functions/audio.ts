import { func, newer, overload, param, type FunctionDeclaration, type Overload } from '../declaration';
import { places } from '../decimal';
import { Failure } from '../expression-error';
import { fixedText, textOf } from '../format-value';
import { AudioValue, type ConstantValue, type ReferenceValue, type Value } from '../values';
import { promptAudio, SILENCE, speech, toAudio } from './audio-parts';

/** Milliseconds. The longest ToAudioBlank is an hour (assumed). */
const LONGEST_SILENCE = 3_600_000;

const playback = func('AudioPlaybackOptions', 'audio', 'Audio that the caller may interrupt, or that plays at once.', [
  overload([param('audio', 'audioOrPrompt'), param('bargeIn', 'boolean')], 'audio', (audio, bargeIn) =>
    withOptions(audio, bargeIn, false),
  ),
  overload(
    [param('audio', 'audioOrPrompt'), param('bargeIn', 'boolean'), param('flushNow', 'boolean')],
    'audio',
    withOptions,
  ),
]);

const tts = func('ToAudioTTS', 'cast', 'A text spoken by the speech engine.', [
  overload([param('text?', 'string')], 'audio', (text) => spoken(text)),
  overload([param('text?', 'string'), param('IETFLanguageTag', 'string')], 'audio', (text, language) =>
    text === null ? SILENCE : speech(text, { language }),
  ),
  overload([param('text?', 'string'), param('stringAudioFormat', 'stringFormat')], 'audio', formatted),
]);

const blank = func('ToAudioBlank', 'cast', 'Silence of so many milliseconds.', [
  overload([param('lengthMs', 'integer')], 'audio', (milliseconds) => {
    if (milliseconds < 0 || milliseconds > LONGEST_SILENCE) {
      throw new Failure(`the silence is ${milliseconds} ms, it must be from 0 to ${LONGEST_SILENCE}`);
    }
    return new AudioValue([{ kind: 'silence', text: '', milliseconds }]);
  }),
]);

const bool = func('ToAudioBool', 'cast', 'True or false, spoken.', [
  overload([param('boolToConvert?', 'boolean')], 'audio', (value) => spoken(value)),
  overload([param('boolToConvert?', 'boolean'), param('boolAudioFormat', 'boolFormat')], 'audio', formatted),
]);

const durationAudio = func('ToAudioDuration', 'cast', 'A duration, spoken.', [
  overload([param('durationToConvert?', 'duration')], 'audio', (value) => spoken(value)),
]);

const phoneNumber = func('ToAudioPhoneNumber', 'cast', 'A phone number, spoken digit by digit.', [
  overload([param('phoneNumberToConvert?', 'phoneNumber')], 'audio', (value) => spoken(value)),
  overload(
    [param('phoneNumberToConvert?', 'phoneNumber'), param('phoneNumberFormat', 'phoneNumberFormat')],
    'audio',
    formatted,
  ),
  overload([param('phoneNumberToConvert?', 'phoneNumber'), param('dialingCode?', 'string')], 'audio', (value) =>
    spoken(value),
  ),
  overload([param('stringToConvert?', 'string')], 'audio', (value) => spoken(value)),
]);

const currency = func('ToAudioCurrency', 'cast', 'An amount with its currency, spoken.', [
  overload([param('currencyToConvert?', 'currency')], 'audio', (value) => spoken(value)),
  overload(
    [param('currencyToConvert?', 'currency'), param('currencyAudioFormat', 'currencyFormat')],
    'audio',
    formatted,
  ),
  overload(
    [param('currencyToConvert?', 'currency'), param('numberOfDecimalPlaces', 'integer')],
    'audio',
    (value, digits) => {
      if (value === null || value.amount === null) return SILENCE;
      return speech(`${fixedText(value.amount, places(digits))} ${value.code ?? ''}`.trim());
    },
  ),
]);

const percent = func('ToAudioPercent', 'cast', 'A percentage, spoken.', [
  overload([param('integerToConvert?', 'integer')], 'audio', (value) => spoken(value, '%')),
  overload([param('decimalToConvert?', 'decimal')], 'audio', (value) => spoken(value, '%')),
  overload(
    [param('decimalToConvert?', 'decimal'), param('numberOfDecimalPlaces', 'integer')],
    'audio',
    (value, digits) => (value === null ? SILENCE : speech(`${fixedText(value, places(digits))}%`)),
  ),
]);

const date = func('ToAudioDate', 'cast', 'The date of a moment, spoken.', [
  overload([param('dateTimeToConvert?', 'dateTime')], 'audio', (value) => partOfMoment(value, 0, 10)),
  overload(
    [param('dateTimeToConvert?', 'dateTime'), param('dateAudioFormat', 'dateFormat')],
    'audio',
    (value, format) => partOfMoment(value, 0, 10, format),
  ),
]);

const dateTimeAudio = func('ToAudioDateTime', 'cast', 'Date and time of a moment, spoken.', [
  overload([param('dateTimeToConvert?', 'dateTime')], 'audio', (value) => spoken(value)),
]);

const time = func('ToAudioTime', 'cast', 'The time of a moment, spoken.', [
  overload([param('dateTimeToConvert?', 'dateTime')], 'audio', (value) => partOfMoment(value, 11, 19)),
  overload(
    [param('dateTimeToConvert?', 'dateTime'), param('timeAudioFormat', 'timeFormat')],
    'audio',
    (value, format) => partOfMoment(value, 11, 19, format),
  ),
]);

const prompt = func('ToAudio', 'cast', 'A prompt as audio.', [
  overload([param('promptToConvert', 'prompt')], 'audio', (value) => promptAudio(value)),
  // Published flows write "no greeting" in this form.
  newer(overload([param('nothing?', 'notSet')], 'audio', () => SILENCE)),
]);

const numberFormat = param('numberAudioFormat', 'numberFormat');
const contexts = param('languageContext...', 'languageContext');
const decimals = param('numberOfDecimalPlaces', 'integer');

/** The audio keeps the number and its format. The language context does not change it here. */
const number = func('ToAudioNumber', 'cast', 'A number, spoken; grammatical contexts may follow.', [
  ...numberOverloads('integerToConvert?', 'integer'),
  ...numberOverloads('decimalToConvert?', 'decimal'),
  overload([param('decimalToConvert?', 'decimal'), decimals], 'audio', fixedNumber),
  overload([param('decimalToConvert?', 'decimal'), decimals, contexts], 'audio', fixedNumber),
  overload([param('decimalToConvert?', 'decimal'), numberFormat, decimals], 'audio', (value, format, digits) =>
    value === null ? SILENCE : speech(fixedText(value, places(digits)), { format: format.name }),
  ),
  overload(
    [param('decimalToConvert?', 'decimal'), numberFormat, decimals, contexts],
    'audio',
    (value, format, digits) =>
      value === null ? SILENCE : speech(fixedText(value, places(digits)), { format: format.name }),
  ),
]);

const ordinal = func('ToAudioNumberOrdinal', 'cast', 'An ordinal number (first, second, …), spoken.', [
  overload([param('integerToConvert?', 'integer')], 'audio', (value) => ordinalAudio(value)),
  overload([param('integerToConvert?', 'integer'), contexts], 'audio', (value) => ordinalAudio(value)),
]);

const timeRange = func('ToAudioTimeRange', 'cast', 'From one number of hours, minutes, … to another, spoken.', [
  overload(
    [param('lowerBound', 'integer'), param('upperBound', 'integer'), param('timePart?', 'timePart')],
    'audio',
    (lower, upper, unit) => {
      // Two equal bounds are read as a single value (documented).
      const numbers = lower === upper ? String(lower) : `${lower} to ${upper}`;
      return speech(unit === null ? numbers : `${numbers} ${lastWord(unit)}`);
    },
  ),
]);

export const audio: readonly FunctionDeclaration[] = [
  playback,
  tts,
  blank,
  bool,
  durationAudio,
  phoneNumber,
  currency,
  percent,
  date,
  dateTimeAudio,
  time,
  prompt,
  number,
  ordinal,
  timeRange,
];

function numberOverloads(name: `${string}?`, kind: 'integer' | 'decimal'): readonly Overload[] {
  const value = param(name, kind);
  return [
    overload([value], 'audio', (value) => spoken(value as Value)),
    overload([value, contexts], 'audio', (value) => spoken(value as Value)),
    overload([value, numberFormat], 'audio', (value, format) => formatted(value as Value, format)),
    overload([value, numberFormat, contexts], 'audio', (value, format) => formatted(value as Value, format)),
  ];
}

function fixedNumber(value: Parameters<typeof fixedText>[0] | null, digits: number): AudioValue {
  return value === null ? SILENCE : speech(fixedText(value, places(digits)));
}

function withOptions(value: AudioValue | ReferenceValue, bargeIn: boolean, flushNow: boolean): AudioValue {
  return new AudioValue(toAudio(value).parts, bargeIn, flushNow);
}

function spoken(value: Value, unit = ''): AudioValue {
  const text = textOf(value);
  return text === null ? SILENCE : speech(text + unit);
}

function formatted(value: Value, format: ConstantValue): AudioValue {
  const text = textOf(value);
  return text === null ? SILENCE : speech(text, { format: format.name });
}

function partOfMoment(value: Value, from: number, to: number, format?: ConstantValue): AudioValue {
  const text = textOf(value)?.slice(from, to);
  return text === undefined ? SILENCE : speech(text, format === undefined ? {} : { format: format.name });
}

function ordinalAudio(value: number | null): AudioValue {
  if (value === null) return SILENCE;
  const endings: Readonly<Record<string, string>> = { one: 'st', two: 'nd', few: 'rd' };
  return speech(`${value}${endings[new Intl.PluralRules('en', { type: 'ordinal' }).select(value)] ?? 'th'}`);
}

function lastWord({ name }: ConstantValue): string {
  return name.slice(name.lastIndexOf('.') + 1);
}
