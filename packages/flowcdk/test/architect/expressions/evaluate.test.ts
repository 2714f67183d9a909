import { evaluateText, type EvaluationResult } from '../../../src/architect/expressions';

/** Each row is a rule of the language, with words of its own rather than the vendor's. */
describe.each([
  [
    'arithmetic is decimal and exact',
    [
      ['1 + 2 * 3 ^ 2 ^ 0', '7.0'],
      ['-2 ^ 2', '4.0'],
      ['7 / 2', '3.5'],
      ['1 / 3', '0.3333333333333333333333333333333333333333'],
      ['-7 % 3', '-1'],
      ['0.1 + 0.2 == 0.3', 'true'],
      ['0 * -5', '0'],
      ['4 ^ 0.5', '2.0'],
      ['0.1 ^ 100000', '0.0'],
      ['Round(2.5) + Round(-2.5)', '0.0'],
      ['~7 & 12', '8'],
      ['4294967296 | 1', '4294967297'],
      ['MakeCurrency(10.0, "USD") * 3', '30.00|USD'],
      ['Average(1, NOT_SET, 2)', '1.5'],
      ['Ceiling(-0.5)', '0.0'],
      ['ToString(-0.001, 2)', '0.00'],
      ['22 / 7 == 22.0 / 7.0', 'true'],
    ],
  ],
  [
    'NOT_SET',
    [
      ['If(NOT_SET, "a", "b")', 'b'],
      ['Append(ToString(NOT_SET), "x")', 'x'],
      ['ToString(NOT_SET) == ""', 'false'],
      ['ToInt(NOT_SET) == ToDecimal(NOT_SET)', 'true'],
      ['ToInt(" ")', null],
      ['ToBool("yes")', null],
      ['IsSet("")', 'true'],
      ['IsNotSetOrEmpty(MakeEmptyList(ToInt(NOT_SET)))', 'true'],
    ],
  ],
  [
    'only what is needed is evaluated',
    [
      ['If(true, 1, ToInt("x"))', '1'],
      ['false ? ToInt("x") : 2', '2'],
      ['false and 1 / 0 > 1', 'false'],
      ['true or 1 / 0 > 1', 'true'],
    ],
  ],
  [
    'texts',
    [
      ['Substring("alpha", 3, 9)', 'ha'],
      ['Replace("tel:+33140000000", "tel:", "")', '+33140000000'],
      ['Replace("aaa", "a", "$&")', '$&$&$&'],
      ['Reverse("a😀b")', 'b😀a'],
      ['FindString("abcabc", "C", 2, true)', '5'],
      ['FindString("abc", "")', '0'],
      ['Trim("\\t a \\r\\n")', 'a'],
      ['Count(Split("a,,b", ","))', '3'],
      ['Count(Split("", ","))', '1'],
      ['ToString(Split("abc", ""), "-")', 'a-b-c'],
      ['Compare("b", "B")', '-1'],
      ['"b" < "B" and "a" < "b"', 'true'],
      ['DetectLanguage("où est la gare", "en")', 'fr'],
    ],
  ],
  [
    'dates and durations',
    [
      ['AddMonths(MakeDateTime(2024, 1, 31), 1)', '2024-02-29T00:00:00Z'],
      ['AddYears(MakeDateTime(2024, 2, 29), -1)', '2023-02-28T00:00:00Z'],
      ['MakeDateTime(2024, 1, 1) + MakeDuration(0, 0, 0, 1, 999)', '2024-01-01T00:00:01Z'],
      ['DateTimeDiff(MakeDateTime(2024, 1, 2), MakeDateTime(2024, 1, 1))', 'P1D'],
      ['ToDateTime("2009-01-10T06:30:00+02:00")', '2009-01-10T04:30:00Z'],
      ['ToDateTime(86400)', '1970-01-02T00:00:00Z'],
      ['DayOfWeek(MakeDateTime(2024, 9, 1))', '1'],
      ['WeekNum(MakeDateTime(2021, 1, 3))', '53'],
      ['GetDayOfWeekOccurrence(2, 1, 2024, 9, 8, 30, 0)', '2024-09-02T08:30:00Z'],
      ['GetDayOfWeekOccurrence(1, 6, 2024, 9)', null],
      ['ToInt(MakeDuration(0, 0, 1, 30))', '90000'],
      ['ToDuration("PT1H30M0.5007S")', 'PT1H30M0.5S'],
      ['ToDuration(0)', 'PT0S'],
      ['RoundUp(MakeDuration(0, 0, 2, 1))', 'PT3M'],
      ['RoundUp(MakeDuration(0, 0, 7, 0), MakeDuration(0, 0, 5, 0))', 'PT10M'],
      ['ToString(Range(MakeDuration(0, 0, 5, 0), MakeDuration(0, 0, 2, 0)), " ")', 'PT3M PT7M'],
    ],
  ],
  [
    'collections',
    [
      ['GETAT(makelist(1, 2), 1)', '2'],
      ['If(true, MakeList("a"), MakeList("b"))[0]', 'a'],
      ['ToString(Find(MakeList("a", "b", "a"), "a"), ",")', '0,2'],
      ['Count(AddItem(MakeList(1), NOT_SET))', '2'],
      ['ToString(MakeList("a", NOT_SET, "b"), ",")', 'a,,b'],
    ],
  ],
  [
    'phone numbers',
    [
      ['ToPhoneNumber("tel:+33 1 40 00 00 00").e164', '+33140000000'],
      ['ToPhoneNumber("+13178723000").dialingCode', '1'],
      ['ToPhoneNumber("+13178723000").subscriberNumber', '3178723000'],
      ['ToPhoneNumber("3178723000").e164', null],
      ['ToString(ToPhoneNumber("+13178723000"))', 'tel:+13178723000'],
      ['ToPhoneNumber("sip:a@b.c").ISSIP', 'true'],
      ['ToPhoneNumber("anonymous").scheme', null],
    ],
  ],
  [
    'JSON',
    [
      ['JsonParse("{\\"a\\":{\\"b\\":[1,\\"x\\"]}}").a.b[1]', 'x'],
      [
        'ToString(SetJsonObjectProperty(JsonParse("{\\"a\\":1,\\"b\\":2}"), "a", JsonParse("[10]")))',
        '{"a":[10],"b":2}',
      ],
      ['ToString(SetJsonObjectProperty(JsonParse("{}"), "a", "x"))', '{"a":"x"}'],
      ['ToString(GetJsonObjectPropertyNames(JsonParse("{\\"b\\":1,\\"a\\":2}")), ",")', 'b,a'],
      ['ToString(ReplaceJsonArrayItem(JsonParse("[10,20,30]"), 30, 40))', '[10,20,40]'],
      ['ToString(ReplaceJsonArrayItem(JsonParse("[1,2,1]"), 1, "x"))', '["x",2,"x"]'],
      ['ToString(ReplaceJsonArrayItem(JsonParse("[1,2]"), 7, 8))', '[1,2]'],
      ['ToString(ReplaceJsonArrayItem(JsonParse("[{\\"a\\":1},2]"), JsonParse("{\\"a\\":1}"), NOT_SET))', '[null,2]'],
      ['IsJsonObject(JsonParse("{}"))', 'true'],
      ['IsJsonObject(JsonParse("[]"))', 'false'],
      ['Count(JsonParse("[1,2]"))', '2'],
      ['ToInt(GetAt(JsonParse("[1,2]"), 1))', '2'],
      ['ToInt(GetJsonObjectProperty(JsonParse("{\\"n\\":7}"), "n")) + 1', '8'],
      ['JsonParse("{\\"a\\":1}").A', null],
      ['IsSet(JsonParse("{\\"a\\":null}").a)', 'true'],
      ['ToString(JsonParse("{\\"a\\":null}").a)', null],
      ['ToString(JsonParse("[1.50, 12345678901234567890, {}]"))', '[1.5,12345678901234567890,{}]'],
      ['ToString(ToJson(MakeList("a", "b")))', '["a","b"]'],
      ['Count(ToJsonCollection(JsonParse("[1,2]")))', '2'],
    ],
  ],
  [
    'money and mail',
    [
      ['ConvertCurrency(MakeCurrency(10.0, "USD"), "EUR", 2.0)', '5.00|EUR'],
      ['GetCurrencySymbol("GBP")', '£'],
      ['ToCurrency("12.5|EUR").code', 'EUR'],
      ['EmailAddressLocalPart("jo@example.org")', 'jo'],
      ['EmailAddressLocalPart("jo")', null],
      ['MakeEmailAddress("jo@example.org").domainPart', 'example.org'],
    ],
  ],
  [
    'what bots and callers hear',
    [
      ['ToString(MakeList("a"))', 'a'],
      ['MakeCommunication("It is ", ToCommunication(5), ".")', 'It is 5.'],
      ['Append(ToAudioTTS("a"), ToAudio(Prompt.b))', 'ab'],
      ['ToAudioNumberOrdinal(22)', '22nd'],
      ['ToAudioTimeRange(1, 1, Format.TimePart.minutes)', '1 minutes'],
    ],
  ],
] as const)('%s', (_, rows) => {
  test.each([...rows])('%s ⇒ %s', (text, value) => {
    expect(evaluateText(text)).toMatchObject({ value });
  });
});

describe('a failing expression says where', () => {
  test.each([
    ['1 + 2 / 0', 4, 5, 'division by zero'],
    ['ToString(NOT_SET) + "x"', 0, 17, 'NOT_SET is not allowed for "augend" of +'],
    ['Length(ToString(NOT_SET))', 7, 17, 'NOT_SET is not allowed for "text" of Length'],
    ['GetAt(MakeList(1), 1)', 0, 21, 'the index is 1, it must be from 0 to 0'],
    ['MakeList(1)[-1]', 0, 15, 'the index is -1'],
    ['ToInt("x")', 0, 10, '"x" is not a number'],
    ['System.MaxInt + 1', 0, 17, 'outside the range of Integer'],
    ['MakeDateTime(2023, 2, 29)', 0, 25, 'the day is 29, it must be from 1 to 28'],
    ['AddDays(System.MaxDateTime, 1)', 0, 30, 'outside the range of DateTime'],
    ['MakeCurrency(1, "USD") + MakeCurrency(1, "EUR")', 0, 47, 'the currencies differ: USD and EUR'],
    ['JsonParse("{a}")', 0, 16, 'is not expected'],
    ['JsonParse("{}").a.b', 0, 19, 'NOT_SET, so it has no property "b"'],
    ['ToUpper("a")', 0, 12, 'there is no function ToUpper'],
    ['Call.Ani', 0, 8, 'the variable Call.Ani does not exist here'],
    ['GetCurrentDateTimeUtc()', 0, 23, 'no clock was given'],
    ['true and ToBool(NOT_SET)', 9, 15, 'NOT_SET is not allowed for "value2" of and'],
  ])('%s', (text, offset, length, message) => {
    expect(errorOf(evaluateText(text))).toMatchObject({
      phase: 'evaluate',
      offset,
      length,
      message: expect.stringContaining(message) as string,
    });
  });
});

function errorOf(result: EvaluationResult): unknown {
  return 'error' in result ? result.error : result;
}
