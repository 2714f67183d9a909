import { boolean, decimal, integer, list, optional, string } from '../../src';
import { at, constant, dataAction, first, object } from '../../src/data-action';
import type { OutputContract } from '../../src/data-action/contract';
import type { Sources } from '../../src/data-action/response/source';
import { service } from './private-probe';
import { rendered } from './private-rendered';

const answering = <const Out extends OutputContract>(output: Out, response?: Sources<Out>) =>
  dataAction({
    name: 'Probe',
    integration: service,
    input: {},
    output,
    request: () => ({ method: 'GET', url: 'https://a.example/' }),
    ...(response === undefined ? {} : { response }),
  });

test('without a response the answer is the result as it is', () => {
  expect(answering({ id: string() }).response).toEqual({
    translationMap: {},
    translationMapDefaults: {},
    successTemplate: '${rawResult}',
  });
});

test('values stand without quotes: what a path finds is JSON already', () => {
  const { response } = answering({ id: string(), total: integer() }, { id: at('$.id'), total: at('$.total') });

  expect(response.successTemplate).toBe('{"id": ${id}, "total": ${total}}');
});

test('a default is JSON too: texts with quotes, lists, numbers', () => {
  const { response } = answering(
    { name: string(), tags: list(string()), share: decimal(), known: boolean() },
    {
      name: at('$.name', { default: '' }),
      tags: at('$.tags', { default: [] }),
      share: at('$.share', { default: 0.5 }),
      known: at('$.known', { default: false }),
    },
  );

  expect(response.translationMapDefaults).toEqual({ name: '""', tags: '[]', share: '0.5', known: 'false' });
});

test('the first of the values of an indefinite path', () => {
  const { response } = answering({ id: string() }, { id: first('$.items[*].id') });

  expect(response).toEqual({
    translationMap: { id: '$.items[*].id' },
    translationMapDefaults: {},
    successTemplate: '{"id": ${successTemplateUtils.firstFromArray("${id}")}}',
  });
});

test('the first value with a default, used for an empty list, a missing list and null', () => {
  const { response } = answering({ name: string() }, { name: first('$.items[*].name', { default: '' }) });

  expect(response).toEqual({
    translationMap: { name: '$.items[*].name' },
    translationMapDefaults: { name: '[]' },
    successTemplate:
      '#set($first_name = $successTemplateUtils.firstFromArray("${name}", "null"))' +
      '{"name": #if("$!{first_name}" == "" || "$!{first_name}" == "null")""#{else}${first_name}#end}',
  });
});

test('an object property by property', () => {
  const output = { person: object({ name: string(), tier: optional(string()) }) };
  const { response } = answering(output, { person: { name: at('$.who.name'), tier: at('$.level') } });

  expect(response).toEqual({
    translationMap: { person_name: '$.who.name', person_tier: '$.level' },
    translationMapDefaults: {},
    successTemplate:
      '{"person": {"name": ${person_name}' +
      '#if("$!{person_tier}" != "" && "$!{person_tier}" != "null"), "tier": ${person_tier}#end}}',
  });
});

test('an object or a list as a whole', () => {
  const output = { person: object({ name: string() }), calls: list(object({ id: string() })) };
  const { response } = answering(output, { person: at('$.who'), calls: at('$.calls[*]') });

  expect(response.successTemplate).toBe('{"person": ${person}, "calls": ${calls}}');
});

test('a constant needs no path', () => {
  const { response } = answering({ database: string() }, { database: constant('A "$quoted" name') });

  expect(response).toEqual({
    translationMap: {},
    translationMapDefaults: {},
    successTemplate: '{"database": "A \\"\\u0024quoted\\" name"}',
  });
});

test('an output may have a name the template language uses itself', () => {
  const { response } = answering({ input: string() }, { input: at('$.input') });

  expect(response.successTemplate).toBe('{"input": ${input_}}');
});

describe('the result', () => {
  const { response } = answering(
    { id: optional(string()), name: string(), best: optional(integer()), tags: list(string()) },
    {
      id: at('$.id'),
      name: at('$.name', { default: 'nobody' }),
      best: first('$.scores[*]'),
      tags: at('$.tags[*]'),
    },
  );

  test.each<[string, Record<string, string>, unknown]>([
    [
      'everything found',
      { id: '"7"', name: '"Ada"', best: '[3,1]', tags: '["x"]' },
      { id: '7', name: 'Ada', best: 3, tags: ['x'] },
    ],
    ['optional ones missing', { name: '"Ada"', best: '[]', tags: '[]' }, { name: 'Ada', tags: [] }],
    ['null is like missing', { id: 'null', name: 'null', best: '[null]', tags: '[]' }, { name: 'nobody', tags: [] }],
    ['a text "null" is a text', { name: '"null"', best: '[]', tags: '[]' }, { name: 'null', tags: [] }],
  ])('%s', (_, answer, expected) => {
    expect(JSON.parse(rendered(response.successTemplate, answer))).toEqual(expected);
  });

  test('a required output that is missing leaves no JSON, so that the action fails', () => {
    const text = rendered(response.successTemplate, { name: '"Ada"', best: '[]' });
    expect(() => JSON.parse(text) as unknown).toThrow(SyntaxError);
  });
});
