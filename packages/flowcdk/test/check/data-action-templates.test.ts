import { existing } from '../../src/routing/existing';
import {
  dataActionTemplates,
  inputsIn,
  isInCondition,
  lineOf,
  withoutCode,
  withoutDirectives,
} from '../../src/check/data-action-templates';
import { dataActionIn, findCustomer } from './private/data-action';

describe('the line of a culprit', () => {
  test.each<[what: string, text: string, offset: number, length: number, line: string, column: number, long: number]>([
    ['in the only line', 'GET $x now', 4, 2, 'GET $x now', 5, 2],
    ['at the start of the text', '$x', 0, 2, '$x', 1, 2],
    ['at the start of a line', 'one\n$x two\nthree', 4, 2, '$x two', 1, 2],
    ['in the last line', 'one\ntwo $x', 8, 2, 'two $x', 5, 2],
    ['of one character before a line break', 'a\nb', 0, 1, 'a', 1, 1],
    ['that goes on in the next line', 'one two\nthree', 4, 9, 'one two', 5, 3],
    ['without a length', 'one', 1, 0, 'one', 2, 1],
    ['that begins with a line break', '\none', 0, 2, '', 1, 1],
  ])('%s', (_, text, offset, length, line, column, long) =>
    expect(lineOf(text, offset, length)).toEqual({ text: line, column, length: long }),
  );
});

test('a template names its inputs, however they are written', () => {
  const text = 'a ${input.id} $!{Input.name} $input.some-key $output.id';
  const inputs = inputsIn(text);
  expect(inputs.map(({ scope, name }) => `${scope}.${name}`)).toEqual(['input.id', 'Input.name', 'input.some-key']);
  expect(inputs.map(({ offset, length }) => text.slice(offset, offset + length))).toEqual([
    '${input.id',
    '$!{Input.name',
    '$input.some-key',
  ]);
});

test.each([
  ['before a condition', '| #if($input.a) x #end', false],
  ['inside of a condition', '#if($input.a) | #end', true],
  ['inside of the other branch', '#if($input.a) x #else | #end', true],
  ['behind a condition', '#if($input.a) x #end |', false],
  ['behind a condition that has its end in braces', '#if($input.a) x #{end} |', false],
  ['inside of a loop', '#foreach($x in $input.list) | #end', true],
  ['behind the inner of two conditions', '#if($input.a) #if($input.b) x #end | #end', true],
  ['behind both of two conditions', '#if($input.a) #if($input.b) x #end #end |', false],
])('a place %s', (_, template, expected) => {
  const offset = template.indexOf('|');
  expect(isInCondition(template.replace('|', ''), offset)).toBe(expected);
});

test('directives and calls of tools leave blanks of their length, so that places stay', () => {
  const text = '{#if($input.a == ")")"a": "$esc.jsonEncode($input.a)", #{end}"b": "$input.b"}';
  const rest = withoutDirectives(text);
  expect(rest).toHaveLength(text.length);
  expect(rest.replace(/ +/g, ' ')).toBe('{ "a": "$esc.jsonEncode($input.a)", "b": "$input.b"}');
  expect(withoutCode(text).replace(/ +/g, ' ')).toBe('{ "a": " ", "b": "$input.b"}');
});

test('the texts of a data action are what is sent', () => {
  const action = dataActionIn(`
dataAction: Note
url: https://a.example/$input.id
headers: { Accept: text/plain }
body: '{}'`);
  expect(dataActionTemplates([action])).toMatchObject([
    {
      path: 'data action Note',
      texts: [
        { name: 'url', text: 'https://a.example/$input.id' },
        { name: 'header Accept', text: 'text/plain' },
        { name: 'body', text: '{}' },
      ],
    },
  ]);
});

test('a request without a body has no text for one; what only the organisation has no texts at all', () => {
  const inOrg = existing('dataAction', 'Find order', { category: 'Shop', input: {}, outputs: {} });
  const definitions = [findCustomer, inOrg];
  const templates = dataActionTemplates(definitions);
  expect(templates.map(({ path, texts }) => [path, ...texts.map(({ name }) => name)])).toEqual([
    ['data action Find customer', 'url', 'header X-Limit'],
  ]);
  expect(dataActionTemplates(definitions)).toBe(templates);
});
