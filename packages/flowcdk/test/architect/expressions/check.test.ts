import {
  builtInVariables,
  check,
  parse,
  type,
  typeNamed,
  typeName,
  type Type,
} from '../../../src/architect/expressions';

const types: Readonly<Record<string, Type>> = {
  'Flow.text': type('string'),
  'Flow.count': type('integer'),
  'Flow.price': type('decimal'),
  'Flow.yes': type('boolean'),
  'Flow.j': type('json'),
  'Flow.queue': type('queue'),
  'Flow.texts': type('string', true),
  'Flow.unknown': type('any'),
};
const variables = (name: string): Type | undefined => types[name];

describe('expression ⇒ type', () => {
  test.each([
    ['Flow.count + 1', 'integer'],
    ['Flow.count + Flow.price', 'decimal'],
    ['Flow.count / 2', 'decimal'],
    ['Flow.text + "x"', 'string'],
    ['Flow.texts[0]', 'string'],
    ['GetAt(Flow.texts, 0)', 'string'],
    ['MakeList(1, NOT_SET)', 'integerCollection'],
    ['MakeEmptyList(ToDateTime(NOT_SET))', 'dateTimeCollection'],
    ['If(Flow.yes, NOT_SET, 1.5)', 'decimal'],
    ['Flow.yes ? "a" : "b"', 'string'],
    ['Flow.j.a.b', 'json'],
    ['Flow.queue.Name', 'string'],
    ['ToPhoneNumber(Flow.text).isGlobal', 'boolean'],
    ['MakeCurrency(1, "EUR").amount', 'decimal'],
    ['MakeCurrency(1, "EUR")["code"]', 'string'],
    ['Append(ToAudioTTS("a"), Prompt.welcome)', 'audio'],
    ['ToAudioTTS(Flow.text, Format.String.playChars)', 'audio'],
    ['MakeCommunication("a", ToCommunication(Flow.count))', 'communication'],
    ['ToString(Flow.unknown)', 'string'],
    ['Flow.unknown + 1', 'any'],
    ['System.MaxInt', 'integer'],
    [`1.${'2'.repeat(39)}`, 'decimal'],
    [`001.${'2'.repeat(39)}00`, 'decimal'],
    ['Flow.texts[Flow.unknown]', 'string'],
    ['Flow.j[0]', 'json'],
    ['Flow.j[Flow.text]', 'json'],
    ['Flow.unknown[0]', 'any'],
    ['Flow.count[Flow.unknown]', 'any'],
    ['Flow.queue[Flow.text]', 'any'],
    ['MakeList(NOT_SET, 1)', 'integerCollection'],
    ['MakeList(Flow.unknown, NOT_SET)', 'anyCollection'],
    ['Flow.unknown and true', 'boolean'],
    ['If(Flow.yes, Flow.unknown, 1)', 'integer'],
  ])('%s is %s', (text, name) => {
    expect(check(parse(text), { variables })).toEqual({ type: typeNamed(name), problems: [] });
  });
});

describe('expression ⇒ problems', () => {
  test.each([
    ['1000000000000000', 'error', 0, 'the integer 1000000000000000 is larger than 999999999999999'],
    ['1 + -1000000000000000', 'error', 4, 'the integer 1000000000000000 is larger than 999999999999999'],
    [`ToString(${'9'.repeat(60)})`, 'error', 9, `the integer ${'9'.repeat(37)}… is larger than 999999999999999`],
    [`1.${'2'.repeat(40)}`, 'error', 0, 'has more than 40 digits'],
    [`${'1'.repeat(41)}.0`, 'error', 0, 'has more than 40 digits'],
    [`01.${'2'.repeat(40)}`, 'error', 0, 'has more than 40 digits'],
    [`1.${'2'.repeat(40)}0`, 'error', 0, 'has more than 40 digits'],
    ['"a" + 1', 'error', 0, '"+" does not take (string, integer)'],
    ['1 + Append("a", 1)', 'error', 4, 'Append does not take (string, integer)'],
    ['Substring("a", 1)', 'error', 0, 'Substring takes 3 arguments, 2 given'],
    ['1 == "a"', 'error', 0, '"==" does not take (integer, string)'],
    ['If(true, 1, "a")', 'error', 0, 'If does not take (boolean, integer, string)'],
    ['If(true, NOT_SET, NOT_SET)', 'error', 0, 'at most one of the two branches'],
    ['MakeList(1, 2.5)', 'error', 0, 'MakeList does not take (integer, decimal)'],
    ['MakeList(NOT_SET)', 'error', 0, 'have no type'],
    ['Flow.missing', 'error', 0, 'there is no variable Flow.missing'],
    ['Flow.text.length', 'error', 0, 'a value of type string has no property "length"'],
    ['Flow.queue.id2', 'error', 0, 'it has id, name'],
    ['Flow.text[0]', 'error', 0, 'takes no index of type integer'],
    ['Flow.texts[Flow.text]', 'error', 0, 'a value of type stringCollection takes no index of type string'],
    ['Flow.texts["a"]', 'error', 0, 'a value of type stringCollection has no property "a"'],
    ['Flow.texts[1.5]', 'error', 0, 'takes no index of type decimal'],
    ['Flow.texts[Flow.texts]', 'error', 0, 'takes no index of type stringCollection'],
    ['Flow.texts.name', 'error', 0, 'a value of type stringCollection has no property "name"'],
    ['MakeEmptyList(NOT_SET)', 'error', 0, 'have no type'],
    ['true ? NOT_SET : NOT_SET', 'error', 0, 'at most one of the two branches'],
    ['Flow.j == "a"', 'error', 0, '"==" does not take (json, string)'],
    ['ToUpper("a")', 'warning', 0, 'there is no function ToUpper'],
    ['Lenght("a")', 'warning', 0, 'is Length meant?'],
    ['Substring("a", NOT_SET, 1)', 'warning', 15, 'NOT_SET is not allowed for "start" of Substring'],
    ['1 + NOT_SET', 'warning', 4, 'NOT_SET is not allowed for "addend" of +'],
    ['Length(NOT_SET)', 'warning', 7, 'NOT_SET is not allowed for "text" of Length'],
    [
      'ToAudioNumber(1, Language.Gender.a, Language.Gender.b, NOT_SET)',
      'warning',
      55,
      'NOT_SET is not allowed for "languageContext" of ToAudioNumber',
    ],
    ['Flow.InstanceId', 'warning', 0, 'what it holds is not certain'],
    ['Call.NewThing', 'warning', 0, 'not among the known built-in variables'],
  ])('%s: %s at %i', (text, severity, offset, message) => {
    expect(check(parse(text), { variables }).problems).toMatchObject([
      { severity, offset, message: expect.stringContaining(message) as string },
    ]);
  });

  test('all problems are found at once, in the order of the text', () => {
    const { problems } = check(parse('Flow.a + Length(1) + Flow.b'), { variables });

    expect(problems.map(({ offset }) => offset)).toEqual([0, 9, 21]);
  });

  test('a call comes before its arguments', () => {
    const { problems } = check(parse('Substring(Flow.missing, "a")'), { variables });

    expect(problems.map(({ offset }) => offset)).toEqual([0, 10]);
  });

  test('a workflow has no Call.*', () => {
    const { problems } = check(parse('Call.Ani'), { variables, flow: 'workflow' });

    expect(problems).toMatchObject([{ severity: 'error', offset: 0, length: 8 }]);
  });

  test('without a list of variables any may be meant', () => {
    expect(check(parse('Flow.whatever == 1'))).toEqual({ type: type('boolean'), problems: [] });
  });
});

describe('the whole expression is converted to the type its field wants', () => {
  test.each([
    ['Flow.count', 'string'],
    ['Flow.text', 'integer'],
    ['Flow.count', 'decimal'],
    ['Flow.j', 'string'],
    ['Flow.text', 'audio'],
    ['Flow.text', 'phoneNumber'],
    ['Flow.text', 'queue'],
    ['NOT_SET', 'duration'],
    ['NOT_SET', 'json'],
    ['NOT_SET', 'stringCollection'],
    ['Flow.unknown', 'json'],
  ])('%s to %s', (text, typeName) => {
    expect(check(parse(text), { variables, expected: typeNamed(typeName) })).toEqual({
      type: typeNamed(typeName),
      problems: [],
    });
  });

  test.each([
    ['Flow.yes', 'duration'],
    ['Flow.texts', 'string'],
    ['Flow.queue', 'integer'],
    ['MakeList(1)', 'stringCollection'],
    ['MakeList(Flow.unknown)', 'string'],
    ['ToAudioTTS("a")', 'string'],
  ])('but not %s to %s', (text, typeName) => {
    expect(check(parse(text), { variables, expected: typeNamed(typeName) }).problems).toMatchObject([
      { severity: 'error', message: expect.stringContaining('no conversion exists') as string },
    ]);
  });
});

test('a call that does not fit names the lists among the parameters that share a type', () => {
  expect(check(parse('AddItem(MakeList(1), "a")'), { variables: () => undefined }).problems).toMatchObject([
    {
      message:
        'AddItem does not take (integerCollection, string); it takes (TCollection, T), where T is one and the same type',
    },
  ]);
});

test('built-in variables have names of their own', () => {
  const names = builtInVariables.map(({ name }) => name.toLowerCase());

  expect(new Set(names).size).toBe(names.length);
});

test.each(['stringCollection', 'STRING_COLLECTION', 'StringCollection'])('%s names a collection of strings', (name) => {
  expect(typeName(typeNamed(name) ?? type('any'))).toBe('stringCollection');
});

/** `T` stands for a type that is not fixed; where several parameters have it, it is one. */
describe('a call that fits no overload: the whole message', () => {
  test.each([
    ['Contains(1, 2)', 'Contains does not take (integer, integer); it takes (string, string)'],
    [
      'Append("a", 1)',
      'Append does not take (string, integer); it takes (string, string…) or (audioOrPrompt, audioOrPrompt…)',
    ],
    [
      'AddItem(1, 2)',
      'AddItem does not take (integer, integer); it takes (TCollection, T), where T is one and the same type',
    ],
    [
      'GetAt(1, 2)',
      'GetAt does not take (integer, integer); it takes (TCollection, integer) or (json, integer), where T is any type',
    ],
    ['Count(1)', 'Count does not take (integer); it takes (TCollection) or (json), where T is any type'],
    ['MakeList(1, "a")', 'MakeList does not take (integer, string); it takes (T…), where T is one and the same type'],
    [
      'AreEqual(1, "a")',
      'AreEqual does not take (integer, string); it takes (T, T…) or (TCollection, TCollection), where T is one and the same type',
    ],
    ['IsSet()', 'IsSet takes 1 argument, 0 given'],
    ['MakeDateTime(1)', 'MakeDateTime takes 3 or 6 arguments, 1 given'],
    ['Append("a")', 'Append takes at least 2 arguments, 1 given'],
    ['MakeList()', 'MakeList takes at least 1 argument, 0 given'],
    [
      '"a" + 1',
      '"+" does not take (string, integer); it takes (integer, integer) or (decimal, integer) or (string, string) or (integer, decimal) or others',
    ],
    ['1 and true', '"and" does not take (integer, boolean); it takes (boolean, boolean)'],
    ['true or 1', '"or" does not take (boolean, integer); it takes (boolean, boolean)'],
    [
      '"a" ^ 1',
      '"^" does not take (string, integer); it takes (integer, integer) or (decimal, integer) or (integer, decimal) or (decimal, decimal)',
    ],
    [
      'Sum(1, 1.5, 1.5)',
      'Sum does not take (integer, decimal, decimal); it takes (decimal, decimal…) or (integer, integer…) or (currency, currency…) or (duration, duration…)',
    ],
    ['AreEqual(1)', 'AreEqual takes at least 2 arguments, 1 given'],
    [
      '1 == "a"',
      '"==" does not take (integer, string); it takes (integer, decimal) or (T, T) or (decimal, integer) or (integerCollection, decimalCollection) or others, where T is one and the same type',
    ],
  ])('%s: %s', (text, message) => {
    expect(check(parse(text)).problems.map((problem) => problem.message)).toEqual([message]);
  });
});

describe('a property that does not exist: the whole message', () => {
  test.each([
    ['Flow.text.length', 'a value of type string has no property "length"'],
    ['MakeCurrency(1, "EUR").sign', 'a value of type currency has no property "sign"; it has amount, code'],
    ['Flow.texts.first', 'a value of type stringCollection has no property "first"'],
  ])('%s: %s', (text, message) => {
    expect(check(parse(text), { variables }).problems.map((problem) => problem.message)).toEqual([message]);
  });
});

describe('a field that takes audio and prompts', () => {
  const problemsOf = (text: string): readonly string[] =>
    check(parse(text), { variables, expected: type('audioOrPrompt') }).problems.map(({ message }) => message);

  test.each(['Prompt.welcome', 'ToAudioTTS("a")', 'NOT_SET'])('takes %s', (text) => {
    expect(problemsOf(text)).toEqual([]);
  });

  test('takes no text', () => {
    expect(problemsOf('"a"')).toEqual([
      'the expression is of type string where audioOrPrompt is wanted; no conversion exists',
    ]);
  });
});

describe('an unknown function is compared with those that are known', () => {
  test.each([
    ['Flor', '; is Floor meant?'],
    ['Yer', '; is Year meant?'],
    ['Splat', '; is Split meant?'],
    ['Contians', '; is Contains meant?'],
    ['SUBSTRNG', '; is Substring meant?'],
    ['Yeer', '; is Year meant?'],
    ['Dayy', '; is Day meant?'],
    ['Rondu', '; is Round meant?'],
    ['Contns', '; is Contains meant?'],
    // Two changes are too many for a short name, three for a longer one.
    ['Trmi', ''],
    ['Contixxs', ''],
    ['Quxquuxquuz', ''],
    ['x'.repeat(41), ''],
  ])('%s%s', (name, hint) => {
    expect(check(parse(`${name}(1)`)).problems.map(({ message }) => message)).toEqual([
      `there is no function ${name} among those known${hint}`,
    ]);
  });
});
