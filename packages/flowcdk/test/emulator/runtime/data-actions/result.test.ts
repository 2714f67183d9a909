import type { DataActionProblem } from '../../../../src/emulator/runtime/data-actions/failure';
import { resultOf, resultPlan } from '../../../../src/emulator/runtime/data-actions/result';

const LARGEST = 2 * 1024 * 1024;

interface Response {
  readonly translationMap?: Readonly<Record<string, string>>;
  readonly translationMapDefaults?: Readonly<Record<string, string>>;
  readonly successTemplate?: string;
}

/** The result of an answer, and what the trace warns of. */
function result(response: Response, body: string, inputs = {}) {
  const warnings: unknown[] = [];
  const trace = (_: string, entry: { readonly warning?: unknown }): void => {
    if (entry.warning !== undefined) warnings.push(entry.warning);
  };
  const plan = resultPlan({ config: { response } } as never);
  const data = resultOf(plan, inputs, { status: 200, headers: {}, body }, trace as never);
  return { data, warnings };
}

const dataOf = (response: Response, body: string, inputs = {}): unknown => result(response, body, inputs).data;

/** Why there is no result. */
function problemOf(response: Response, body: string): string {
  try {
    result(response, body);
  } catch (problem) {
    return (problem as DataActionProblem).failure.userMessage;
  }
  throw new Error('there is a result');
}

test.each([undefined, '', '  ', '${rawResult}', '$rawResult', ' $!{rawResult} '])(
  'the success template %j gives the whole answer',
  (successTemplate) =>
    expect(dataOf(successTemplate === undefined ? {} : { successTemplate }, '{"a":[1,"x",null]}')).toEqual({
      a: [1, 'x', null],
    }),
);

test.each(['', ' \n'])('the answer %j counts as an empty object', (body) => expect(dataOf({}, body)).toEqual({}));

test('the template puts together what the map finds, the inputs and the answer', () => {
  const response = {
    translationMap: { id: '$.customer.id', name: '$.name', none: '$.none' },
    translationMapDefaults: { name: '"nobody"' },
    successTemplate: '{"id": ${id}, "name": ${name}, "phone": "$input.phone", "whole": ${rawResult}}',
  };
  expect(dataOf(response, '{"customer":{"id":7}}', { phone: '+33' })).toEqual({
    id: 7,
    name: 'nobody',
    phone: '+33',
    whole: { customer: { id: 7 } },
  });
});

test.each([
  ['Input', 'the template says Input, it is input'],
  ['INPUT', 'the template says INPUT, it is input'],
])('the root %s is the inputs, with a warning', (root, warning) => {
  const { data, warnings } = result({ successTemplate: `{"phone": "$${root}.phone"}` }, '{}', { phone: '+33' });
  expect(data).toEqual({ phone: '+33' });
  expect(warnings).toEqual([warning]);
});

describe('the size of an answer', () => {
  const text = (bytes: number): string => `"${'x'.repeat(bytes - 2)}"`;

  test('two megabytes are allowed', () => expect((dataOf({}, text(LARGEST)) as string).length).toBe(LARGEST - 2));

  test('a byte more is not', () =>
    expect(problemOf({}, text(LARGEST + 1))).toBe('The response is larger than 2097152 bytes.'));

  test('bytes count, not characters', () => {
    const body = `"${'é'.repeat(LARGEST / 2)}"`;
    expect(body.length).toBeLessThan(LARGEST);
    expect(problemOf({}, body)).toBe('The response is larger than 2097152 bytes.');
  });
});

describe('the depth', () => {
  const nested = (levels: number): string => `${'['.repeat(levels)}${']'.repeat(levels)}`;

  test('of an answer is fifty levels at most', () => {
    expect(JSON.stringify(dataOf({}, nested(50)))).toBe(nested(50));
    expect(problemOf({}, nested(51))).toBe('The response is nested deeper than 50 levels.');
  });

  test('of a result is, too', () => {
    const successTemplate = '[${rawResult}]';
    expect(JSON.stringify(dataOf({ successTemplate }, nested(49)))).toBe(nested(50));
    expect(problemOf({ successTemplate }, nested(50))).toBe('The result is nested deeper than 50 levels.');
  });
});

test.each<[what: string, response: Response, body: string, problem: RegExp]>([
  ['an answer that is no JSON', {}, '<html>', /^The response is no JSON: .*\.$/],
  [
    'a path that cannot be read',
    { translationMap: { id: '$.[' } },
    '{}',
    /^The path of 'id', \$\.\[, cannot be read: .*\.$/,
  ],
  [
    'a template that gives no JSON',
    { successTemplate: 'none of it' },
    '{}',
    /^The success template gives no JSON: none of it$/,
  ],
  [
    'a template that begins like JSON',
    { successTemplate: '{"a": }' },
    '{}',
    /^The success template gives no JSON: \{"a": \}$/,
  ],
])('%s is no result', (_, response, body, problem) => expect(problemOf(response, body)).toMatch(problem));

test('a long text is shown to its 300th character', () => {
  const of = (length: number): string => problemOf({ successTemplate: 'x'.repeat(length) }, '{}');
  expect(of(300)).toBe(`The success template gives no JSON: ${'x'.repeat(300)}`);
  expect(of(301)).toBe(`The success template gives no JSON: ${'x'.repeat(300)}…`);
});

describe('behind the JSON of the template', () => {
  test.each([
    ['{"a": 1} and more', { a: 1 }, 'and more'],
    ['[1, [2]]]', [1, [2]], ']'],
    ['{"a": "}"} }', { a: '}' }, '}'],
    ['{"a": "\\"}"}, x', { a: '"}' }, ', x'],
    [' {"a": {"b": []}}}', { a: { b: [] } }, '}'],
  ])('garbage is ignored, with a warning: %j', (successTemplate, data, garbage) => {
    const came = result({ successTemplate }, '{}');
    expect(came.data).toEqual(data);
    expect(came.warnings).toEqual([`behind the JSON of the success template stands ${garbage}`]);
  });

  test('nothing is no garbage', () => expect(result({ successTemplate: '{"a": 1} ' }, '{}').warnings).toEqual([]));
});
