import { Readable } from 'node:stream';
import { flowcdk, type Said } from './private/run';

afterEach(() => jest.restoreAllMocks());

/** `flowcdk eval`; whatever it is given, nobody sees a stack trace. */
async function evaluate(...args: readonly string[]): Promise<Said> {
  const said = await flowcdk(['eval', ...args]);

  expect(said.out + said.err).not.toMatch(/\n\s+at |defect/);
  return said;
}

/** The same with a text on standard input, which arrives in pieces. */
async function evaluateLines(input: string | Buffer, ...args: readonly string[]): Promise<unknown[]> {
  const bytes = Buffer.from(input);
  const size = Math.max(7, Math.ceil(bytes.length / 50));
  const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
    bytes.subarray(i * size, (i + 1) * size),
  );
  const stdin = Readable.from(pieces, { objectMode: false }) as typeof process.stdin;
  jest.spyOn(process, 'stdin', 'get').mockReturnValue(stdin);
  const { code, out, err } = await evaluate('--stdin', ...args);

  expect([code, err]).toEqual([0, '']);
  return out
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as unknown);
}

const fine = (out: string): Said => ({ code: 0, out, err: '' });
const lineOf = (expression: unknown, variables?: unknown): string => JSON.stringify({ expression, variables });
const refused = (message: string): object => ({ error: { phase: 'syntax', message, offset: 0, length: 0 } });

describe('a result', () => {
  test.each([
    ['a decimal', '7 * 12.2', '85.4'],
    ['an integer', 'Length("abc") * 2', '6'],
    ['a boolean', 'Length("abc") > 2', 'true'],
    ['a text, as it is', '"say \\"hi\\"\\nthere"', 'say "hi"\nthere'],
    ['an empty text', '""', ''],
    ['NOT_SET', 'ToInt(" ")', 'NOT_SET'],
    ['a collection, as a JSON list', 'MakeList("a", NOT_SET, "\\"")', '["a",null,"\\""]'],
    ['a collection of numbers', 'MakeList(1, 2)', '["1","2"]'],
    ['an empty collection', 'MakeEmptyList(1)', '[]'],
    ['JSON', 'JsonParse("{\\"a\\": [1, null]}")', '{"a":[1,null]}'],
    ['a negative number', '-1', '-1'],
  ])('is %s', async (_, expression, text) => {
    expect(await evaluate(expression)).toEqual(fine(`${text}\n`));
  });

  test('may come of an expression that begins with a minus', async () => {
    expect(await evaluate('--', '-2 ^ 2')).toEqual(fine('4.0\n'));
  });

  test('has a clock and chance', async () => {
    expect(await evaluate('Year(GetCurrentDateTimeUtc()) > 2000 and RandomInt(1, 3) < 4')).toEqual(fine('true\n'));
  });

  test.each([
    ['7 * 12.2', { type: 'decimal', value: '85.4', literal: '85.4' }],
    ['"a"', { type: 'string', value: 'a', literal: '"a"' }],
    ['ToInt("")', { type: 'integer', value: null, literal: 'NOT_SET' }],
    ['NOT_SET', { type: 'any', value: null, literal: 'NOT_SET' }],
    ['MakeList("a", NOT_SET)', { type: 'stringCollection', value: ['a', null], literal: 'MakeList("a", NOT_SET)' }],
  ])('of %s with --json', async (expression, result) => {
    const { code, out, err } = await evaluate(expression, '--json');

    expect([code, err, JSON.parse(out)]).toEqual([0, '', result]);
  });
});

describe('an error', () => {
  test.each([
    [
      'syntax',
      'Length("abc" > 2',
      [],
      `error the expression ends where ")" to close the call of Length is expected (syntax, at 17)
  Length("abc" > 2
                  ^
`,
    ],
    [
      'a variable nobody gave',
      '1 + Flow.x',
      [],
      `error there is no variable Flow.x (type, at 5)
  1 + Flow.x
      ^^^^^^
`,
    ],
    [
      'evaluation',
      '1 + 2 / 0',
      [],
      `error division by zero (evaluate, at 5)
  1 + 2 / 0
      ^^^^^
`,
    ],
    [
      'the line of several it is in',
      'Length("a") +\r\n  1 / 0 +\r\n  2',
      [],
      `error division by zero (evaluate, at 18)
    1 / 0 +
    ^^^^^
`,
    ],
    [
      'no more than the first line of a long culprit',
      'Length(\n  1,\n  2)',
      [],
      `error Length takes 1 argument, 2 given (type, at 1)
  Length(
  ^^^^^^^
`,
    ],
    [
      'the very beginning, where a line ends',
      '\nIf(',
      [],
      `error the expression ends where a value, a variable, a function or "(" is expected (syntax, at 5)
  If(
     ^
`,
    ],
    ['a culprit behind a tab', '\t1 / 0', [], 'error division by zero (evaluate, at 2)\n  \t1 / 0\n  \t^^^^^\n'],
    ['nothing at all', '', [], 'error the expression is empty (syntax, at 1)\n  \n  ^\n'],
    [
      'with --check as well',
      'Flow.x',
      ['--check'],
      `error there is no variable Flow.x (type, at 1)
  Flow.x
  ^^^^^^
`,
    ],
  ])('shows %s', async (_, expression, args, err) => {
    expect(await evaluate(expression, ...args)).toEqual({ code: 1, out: '', err });
  });

  test.each([
    ['syntax', 'Length("abc" > 2', [], { offset: 16, length: 0 }],
    ['type', '"a" * 2', [], { offset: 0, length: 7 }],
    ['evaluate', '1 + 2 / 0', [], { offset: 4, length: 5 }],
    ['syntax', '1 +', ['--check'], { offset: 3, length: 0 }],
    ['type', '"a" * 2', ['--check'], { offset: 0, length: 7 }],
  ])('of phase %s with --json: %s %j', async (phase, expression, args, span) => {
    const { code, out, err } = await evaluate(expression, '--json', ...args);

    expect([code, err]).toEqual([1, '']);
    expect(JSON.parse(out)).toEqual({ error: { phase, message: expect.any(String) as string, ...span } });
  });

  test.each([
    ['is too long', `\n${'1'.repeat(40_000)}`],
    ['is nested too deep', '('.repeat(30_000)],
    ['is a line end', '\n'],
  ])('comes of an expression that %s', async (_, expression) => {
    expect(await evaluate(expression)).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringMatching(/\(syntax, at \d+\)/) as string,
    });
  });
});

describe('--var', () => {
  test.each([
    ['STRING:abc', 'Flow.x', 'abc'],
    ['STRING:a=b: c', 'Flow.x', 'a=b: c'],
    ['STRING:', 'IsSet(Flow.x)', 'true'],
    ['without a type', 'Flow.x', 'without a type'],
    ['INTEGER:5', 'Flow.x + 1', '6'],
    ['DECIMAL:7', 'Flow.x', '7.0'],
    ['BOOLEAN:true', '!Flow.x', 'false'],
    ['DATETIME:2024-01-01T01:00:00+01:00', 'Flow.x', '2024-01-01T00:00:00Z'],
    ['DATE:2024-01-31', 'Flow.x', '2024-01-31'],
    ['TIME:12:30:00', 'Flow.x', '12:30:00'],
    ['DURATION:PT90S', 'Flow.x', 'PT1M30S'],
    ['CURRENCY:10.00|USD', 'Flow.x * 2', '20.00|USD'],
    ['PHONENUMBER:+33142685300', 'Flow.x.dialingCode', '33'],
    ['JSON:{"a": {"b": 1}}', 'Flow.x.a.b', '1'],
    ['EMAILADDRESS:jo@example.org', 'Flow.x.domainPart', 'example.org'],
    ...[
      ...['QUEUE', 'USER', 'SKILL', 'LANGUAGESKILL', 'GROUP', 'WRAPUPCODE', 'PROMPT', 'SCHEDULE', 'SCHEDULEGROUP'],
      ...['EMERGENCYGROUP', 'EXTERNALCONTACT', 'EXTERNALORGANIZATION'],
    ].map((kind) => [`${kind}:Support`, 'ToString(IsSet(Flow.x))', 'true']),
    ['QUEUE:Support', 'Flow.x.name', 'Support'],
    ['INTEGER:NOT_SET', 'Flow.x', 'NOT_SET'],
    ['STRING_COLLECTION:["a", null]', 'Flow.x', '["a",null]'],
    ['IntegerCollection:[1, 2]', 'Flow.x[1]', '2'],
    ['QUEUE_COLLECTION:["Support"]', 'Flow.x[0].name', 'Support'],
    ['STRING_COLLECTION:NOT_SET', 'Count(Flow.x)', '0'],
  ] as [string, string, string][])('%s in %s', async (value, expression, text) => {
    expect(await evaluate(expression, '--var', `Flow.x=${value}`)).toEqual(fine(`${text}\n`));
  });

  test('may be given more than once, also for variables of Architect', async () => {
    const variables = ['--var', 'Call.Ani=STRING:tel:+33142685300', '--var', 'Flow.tries=INTEGER:2'];

    expect(await evaluate('Append(ToPhoneNumber(Call.Ani).e164, ToString(flow.TRIES))', ...variables)).toEqual(
      fine('+331426853002\n'),
    );
  });

  test.each([
    ['Flow.x', 'Write it as Flow.x=STRING:abc.'],
    ['=STRING:a', 'Write it as Flow.x=STRING:abc.'],
    [' =STRING:a', 'Write it as Flow.x=STRING:abc.'],
    ['x=STRING:a', 'Write it as Flow.x=STRING:abc.'],
    ['Flow.x=INTEGER:abc', '"abc" is not a whole number within ±999999999999999.'],
    ['Flow.x=BOOLEAN:yes', '"yes" is not true or false.'],
    ['Flow.x=STRANGE:a', '"STRANGE" is not a type; known are string, integer'],
    ['Flow.x=JSON:{', 'the text is not JSON: it ends too early.'],
    [`Flow.x=JSON:${'['.repeat(101)}`, 'the JSON is nested deeper than 100.'],
    ['Flow.x=STRING_COLLECTION:a', 'the text is not JSON'],
    ['Flow.x=STRING_COLLECTION:{}', 'the value of a stringCollection is a JSON array, such as ["a","b"].'],
    ['Flow.x=AUDIO:a', 'a value of type audio cannot be written as text.'],
  ])('%s is wrong use, also where nothing reads it', async (variable, message) => {
    const { code, out, err } = await evaluate('1', '--var', variable);

    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(`error: option '--var <name=TYPE:value>' argument '${variable}' is invalid. ${message}`);
  });
});

test.each([
  ['no expression', [], 'error: give an expression, or --stdin'],
  ['an expression beside --stdin', ['1', '--stdin'], 'error: give an expression, or --stdin'],
  ['two expressions', ['1', '2'], "error: too many arguments for 'eval'"],
  ['a misspelt option', ['1', '--jsn'], "error: unknown option '--jsn'"],
])('%s is wrong use', async (_, args, message) => {
  const { code, out, err } = await evaluate(...args);

  expect([code, out]).toEqual([2, '']);
  expect(err).toContain(message);
});

describe('--check', () => {
  test.each([
    ['Length("a") / 2', 'decimal'],
    ['MakeList("a")', 'stringCollection'],
    ['1 / 0', 'decimal'],
    ['Flow.x', 'queue'],
  ])('prints the type of %s without evaluating it', async (expression, type) => {
    const options = ['--check', '--var', 'Flow.x=QUEUE:Support'];

    expect(await evaluate(expression, ...options)).toEqual(fine(`${type}\n`));
    expect(await evaluate(expression, ...options, '--json')).toEqual(fine(`{\n  "type": "${type}"\n}\n`));
  });

  test('answers lines with types', async () => {
    expect(await evaluateLines(`${lineOf('1 / 0')}\n${lineOf('1 +')}\n`, '--check')).toEqual([
      { type: 'decimal' },
      { error: { phase: 'syntax', message: expect.any(String) as string, offset: 3, length: 0 } },
    ]);
  });

  const message = 'there is no function Lenght among those known; is Length meant?';

  test('warns of what is doubtful', async () => {
    expect(await evaluate('Lenght("a")', '--check')).toEqual({
      code: 0,
      out: 'any\n',
      err: `warning ${message} (type, at 1)\n  Lenght("a")\n  ^^^^^^\n`,
    });
    expect(JSON.parse((await evaluate('Lenght("a")', '--check', '--json')).out)).toEqual({
      type: 'any',
      warnings: [{ message, offset: 0, length: 6 }],
    });
    expect(await evaluateLines(`${lineOf('Lenght("a")')}\n${lineOf('Left("a", NOT_SET)')}\n`, '--check')).toEqual([
      { type: 'any', warnings: [{ message, offset: 0, length: 6 }] },
      { type: 'string', warnings: [{ message: expect.any(String) as string, offset: 10, length: 7 }] },
    ]);
  });

  test('warns beside an error too', async () => {
    const { code, err } = await evaluate('Lenght("a") + 1 + ("a" * 2)', '--check');

    expect([code, err.match(/^(warning|error) /gm)]).toEqual([1, ['warning ', 'error ']]);
  });

  test.each(['NOT_SET', 'GetAt(MakeList(1, NOT_SET), 1)', 'ToInt("")', 'MakeList(1)', 'Flow.x', 'JsonParse("1")'])(
    'says the same type of %s as evaluating it',
    async (expression) => {
      const typeOf = async (...args: readonly string[]): Promise<unknown> =>
        (
          JSON.parse((await evaluate(expression, '--json', '--var', 'Flow.x=NOT_SET', ...args)).out) as {
            type: unknown;
          }
        ).type;

      expect(await typeOf('--check')).toBe(await typeOf());
    },
  );
});

describe('--stdin', () => {
  test('answers line by line, in order, whatever a line is', async () => {
    const lines = [
      lineOf('"é😀"'),
      'nonsense',
      '',
      lineOf('1 / 0'),
      '  ',
      lineOf('Flow.x + 1', { 'Flow.x': 'INTEGER:2' }),
    ];
    const answers = [
      { type: 'string', value: 'é😀', literal: '"é😀"' },
      refused('the line cannot be read: the text is not JSON: "n" at character 0 is not expected'),
      { error: { phase: 'evaluate', message: 'division by zero', offset: 0, length: 5 } },
      { type: 'integer', value: '3', literal: '3' },
    ];

    expect(await evaluateLines(lines.join('\n'))).toEqual(answers);
    expect(await evaluateLines(`\ufeff${lines.join('\r\n')}\r\n`, '--json')).toEqual(answers);
  });

  test('answers many lines', async () => {
    const lines = Array.from({ length: 500 }, (_, i) => lineOf(`${i} + 1`));

    expect(await evaluateLines(lines.join('\n'))).toMatchObject(lines.map((_, i) => ({ value: String(i + 1) })));
  });

  test('answers nothing with nothing', async () => {
    expect(await evaluateLines('')).toEqual([]);
  });

  test.each([
    ['{}', 'the line has no "expression"'],
    ['null', 'the line has no "expression"'],
    ['["1"]', 'the line has no "expression"'],
    ['12345678901234567890', 'the line has no "expression"'],
    ['{"expression": 5}', 'the line has no "expression"'],
    ['{"expression": "1"', 'the line cannot be read: the text is not JSON: it ends too early'],
    ['{"expression": "1", "variables": null}', '"variables" has to be an object'],
    ['{"expression": "1", "variables": "Flow.x"}', '"variables" has to be an object'],
    ['{"expression": "1", "variables": [1]}', '"variables" has to be an object'],
    ['{"expression": "1", "variables": 12345678901234567890}', '"variables" has to be an object'],
  ])('refuses %s and goes on', async (line, message) => {
    expect(await evaluateLines(`${line}\n${lineOf('2')}`)).toMatchObject([refused(message), { value: '2' }]);
  });

  test('refuses what is nested too deep, and goes on', async () => {
    const deep = `{"expression": "1", "variables": {"Flow.x": ${'['.repeat(20_000)}${']'.repeat(20_000)}}}`;

    expect(await evaluateLines(`${deep}\n${lineOf('2')}`)).toMatchObject([
      refused('the line cannot be read: the JSON is nested deeper than 100'),
      { value: '2' },
    ]);
  });

  test('refuses a line that is too long, tells how long, and goes on', async () => {
    const longest = 1024 * 1024;
    const lines = [lineOf('1').padEnd(longest), 'x'.repeat(longest + 1), lineOf('2'), 'x'.repeat(3 * longest)];

    expect(await evaluateLines(lines.join('\n'))).toMatchObject([
      { value: '1' },
      refused('the line has 1048577 characters; at most 1048576 are read'),
      { value: '2' },
      refused('the line has 3145728 characters; at most 1048576 are read'),
    ]);
  });

  test('a separator of lines inside a text is no end of the line', async () => {
    expect(await evaluateLines('{"expression": "Length(\\"a\u2028b\\")"}')).toMatchObject([{ value: '3' }]);
  });

  test.each([
    ['"INTEGER:5"', 'integer', '5'],
    ['"a text"', 'string', 'a text'],
    ['5', 'integer', '5'],
    ['-0', 'integer', '0'],
    ['1.5', 'decimal', '1.5'],
    ['12345678901234567890.123', 'decimal', '12345678901234567890.123'],
    ['true', 'boolean', 'true'],
    ['null', 'any', null],
    ['["a", null]', 'stringCollection', ['a', null]],
    ['[1, 2.5]', 'decimalCollection', ['1.0', '2.5']],
    ['[]', 'stringCollection', []],
    ['{"__proto__": [1]}', 'json', '{"__proto__":[1]}'],
  ])('takes the variable %s', async (json, type, value) => {
    const line = `{"expression": "Flow.x", "variables": {"Flow.x": ${json}}}`;

    expect(await evaluateLines(line)).toEqual([{ type, value, literal: expect.any(String) as string }]);
  });

  test.each([
    ['INTEGER:x', 'variable Flow.x: "x" is not a whole number within ±999999999999999'],
    [[1, 'a'], 'variable Flow.x: the items of a collection are of one type, not integer and string'],
    [[[1]], 'variable Flow.x: a collection cannot hold collections'],
  ])('refuses the variable %j', async (json, message) => {
    expect(await evaluateLines(lineOf('1', { 'Flow.x': json }))).toEqual([
      { error: { phase: 'type', message, offset: 0, length: 0 } },
    ]);
  });

  test('--var holds for every line that does not give its own', async () => {
    const lines = [lineOf('Flow.x'), lineOf('Flow.x', { 'Flow.x': 'b' }), lineOf('Flow.x', {})];

    expect(await evaluateLines(lines.join('\n'), '--var', 'Flow.x=STRING:a')).toMatchObject([
      { value: 'a' },
      { value: 'b' },
      { value: 'a' },
    ]);
  });
});
