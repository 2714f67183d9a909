import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { flowcdk, type Said } from './private/run';

afterEach(() => jest.restoreAllMocks());

/** `flowcdk eval`; whatever it is given, nobody sees a stack trace. */
async function evaluate(...args: readonly string[]): Promise<Said> {
  const said = await flowcdk(['eval', ...args]);

  expect(said.out + said.err).not.toMatch(/\n\s+at |defect/);
  return said;
}

/** The same with lines on standard input; the lines that come out. */
async function lines(input: readonly unknown[], ...args: readonly string[]): Promise<unknown[]> {
  const text = input.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n');
  const stdin = Readable.from([Buffer.from(text)], { objectMode: false }) as typeof process.stdin;
  jest.spyOn(process, 'stdin', 'get').mockReturnValue(stdin);
  const { code, out } = await evaluate('--stdin', ...args);

  expect(code).toBe(0);
  return out
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as unknown);
}

const fine = (out: string): Said => ({ code: 0, out, err: '' });

describe('a template', () => {
  test.each([
    ['a text input', ['--input', 'phone=+33142685300'], '$input.phone', '+33142685300'],
    ['a number', ['--input', 'n=7'], '#set($x = $input.n / 2)$x', '3'],
    ['a number with a point', ['--input', 'n=7.0'], '#set($x = $input.n / 2)$x', '3.5'],
    ['a text with equals signs', ['--input', 'a=b=c'], '$input.a', 'b=c'],
    ['all inputs as JSON', ['--input', '{"a": "x", "b": true}'], '$input.a#if($input.b)!#end', 'x!'],
    ['several of them', ['--input', 'a=1', '--input', '{"b": 2}'], '$input.a$input.b', '12'],
    ['none', [], '$input.a', '$input.a'],
    ['all of them as one text', ['--input', '{"a": "x", "b": 2.0}'], '$input.rawRequest', '{"a":"x","b":2.0}'],
    [
      'no member more than was given',
      ['--input', 'a=1'],
      '$input $input.size() ${input.rawRequest}',
      '{a=1} 1 {"a":1}',
    ],
    ['an input of that name', ['--input', 'rawRequest=mine'], '$input.rawRequest', 'mine'],
  ])('is rendered with %s', async (_, input, template, text) => {
    expect(await evaluate('--template', template, ...input)).toEqual(fine(`${text}\n`));
  });

  test('is JSON with --json', async () => {
    expect(await evaluate('--template', 'a', '--json')).toEqual(fine('{"text":"a"}\n'));
  });

  test('that cannot be rendered says why and where', async () => {
    expect(await evaluate('--template', 'a #if(')).toEqual({
      code: 1,
      out: '',
      err: 'error expected a value, but the template ends (ParseErrorException, at 7)\n',
    });
  });
});

describe('a path', () => {
  const document = '{"id": 12345678901234567890, "list": [{"a": 2.0}]}';

  test.each([
    ['$.id', '12345678901234567890'],
    ['$.list[*].a', '[2.0]'],
    ['$.list[?(@.a == 3)]', '[]'],
  ])('%s finds %s', async (path, json) => {
    expect(await evaluate('--jsonpath', path, '--document', document)).toEqual(fine(`${json}\n`));
  });

  test('looks into a file', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'flowcdk-'));
    writeFileSync(join(folder, 'answer.json'), document);
    try {
      expect(await evaluate('--jsonpath', '$.list[0].a', '--document', join(folder, 'answer.json'), '--json')).toEqual(
        fine('{"value":2.0}\n'),
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test.each([
    ['$.none', "error there is no property 'none' (PathNotFoundException)\n"],
    [
      '$.list[',
      "error the path cannot be read: expected ['name'], [0], [0:2], [*] or [?(…)] (InvalidPathException, at 7)\n",
    ],
  ])('%s that finds nothing says why', async (path, err) => {
    expect(await evaluate('--jsonpath', path, '--document', document)).toEqual({ code: 1, out: '', err });
  });
});

describe('lines of standard input', () => {
  test('may hold templates and paths, one a line', async () => {
    expect(
      await lines([
        { template: '$input.n', input: { n: 1 } },
        { template: '$input.n', context: { n: 2 } },
        { template: '${id}', variables: { id: '"A1"' } },
        { path: '$.a', document: { a: [1] } },
        { path: '$.b', document: {} },
        { template: '${' + 'input.n' },
        { expression: '1 + 1' },
      ]),
    ).toEqual([
      { text: '1' },
      { text: '2' },
      { text: '"A1"' },
      { value: [1] },
      { error: 'PathNotFoundException', message: "there is no property 'b'" },
      { error: 'ParseErrorException', message: expect.stringContaining('expected }') as unknown, offset: 9 },
      { type: 'integer', value: '2', literal: '2' },
    ]);
  });

  test('are all of the kind that an option names, and take from it what they do not give', async () => {
    expect(await lines([{ input: { n: 1 } }, { input: { n: 2 } }], '--template', '$input.n!')).toEqual([
      { text: '1!' },
      { text: '2!' },
    ]);
    expect(await lines([{ path: '$.a' }, { path: '$.b' }], '--jsonpath', '--document', '{"a": 1, "b": 2}')).toEqual([
      { value: 1 },
      { value: 2 },
    ]);
  });

  test.each([
    ['[1', '--template', 'the line has neither , nor ] here (at 3)'],
    ['[1]', '--template', 'the line is no JSON object'],
    ['{"x": 1}', '--template', 'the line has no "template"'],
    ['{"template": "x", "input": 1}', '--template', '"input" has to be an object'],
    ['{"x": 1}', '--jsonpath', 'the line has no "path"'],
    ['{"path": "$"}', '--jsonpath', 'the line has no "document"'],
  ])('%s with %s: %s', async (line, option, message) => {
    expect(await lines([line], option)).toEqual([{ error: 'InvalidLine', message }]);
  });
});

test.each([
  [['--template'], 'write the template or the path, or give --stdin'],
  [['--jsonpath', '$.a'], 'give the --document to evaluate the path on'],
  [['--template=a', '1 + 1'], 'give an expression, a template or a path, not two of them'],
  [['--template=a', '--jsonpath=$'], "option '--template [text]' cannot be used with option '--jsonpath [path]'"],
  [['--jsonpath', '$', '--document', 'no-such-file.json'], 'It is neither JSON nor a file that can be read (ENOENT).'],
  [['--jsonpath', '$', '--document', '{"a"'], 'The JSON has no : here (at 5).'],
  [['--template', 'a', '--input', '[1]'], 'Write name=value, or a JSON object.'],
])('%j is wrong use', async (args, message) => {
  const { code, out, err } = await evaluate(...args);

  expect([code, out]).toEqual([2, '']);
  expect(err).toContain(message);
});
