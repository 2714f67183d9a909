import { type YamlMapping, type YamlNode, type YamlSequence, toData } from '../../../src/architect/yaml/node';
import { parseYaml } from '../../../src/architect/yaml/parse';

function parsed(text: string): YamlNode {
  const { root, problems } = parseYaml(text);
  expect(problems).toEqual([]);
  if (root === undefined) throw new Error('no root');
  return root;
}

describe('text ⇒ value', () => {
  test.each`
    text                    | value                       | rule
    ${'true'}               | ${true}                     | ${'true is a boolean'}
    ${'False'}              | ${false}                    | ${'so is False'}
    ${'yes'}                | ${'yes'}                    | ${'yes is a string'}
    ${'off'}                | ${'off'}                    | ${'off is a string'}
    ${'null'}               | ${null}                     | ${'null is null'}
    ${'~'}                  | ${null}                     | ${'~ is null'}
    ${'""'}                 | ${''}                       | ${'quotes make an empty string'}
    ${'12'}                 | ${12}                       | ${'digits are a number'}
    ${'"12"'}               | ${'12'}                     | ${'digits in quotes are a string'}
    ${'1.50'}               | ${1.5}                      | ${'a point makes a decimal'}
    ${'0x1F'}               | ${31}                       | ${'0x is hexadecimal'}
    ${'1e3'}                | ${1000}                     | ${'an exponent counts'}
    ${'1e999'}              | ${'1e999'}                  | ${'a number nobody can hold stays text'}
    ${'1.2.3'}              | ${'1.2.3'}                  | ${'a version is a string'}
    ${'2024-01-31'}         | ${'2024-01-31'}             | ${'a date is a string'}
    ${"'it''s'"}            | ${"it's"}                   | ${'two single quotes are one'}
    ${'"a\\tb\\u00e9"'}     | ${'a\tbé'}                  | ${'double quotes know escapes'}
    ${'|-\n  one\n  two\n'} | ${'one\ntwo'}               | ${'| keeps lines'}
    ${'>-\n  one\n  two\n'} | ${'one two'}                | ${'> joins lines'}
    ${'one\n  two'}         | ${'one two'}                | ${'a plain text may go on, indented'}
    ${'a#b'}                | ${'a#b'}                    | ${'# inside a word is no comment'}
    ${'"{{queue}}"'}        | ${'{{queue}}'}              | ${'a placeholder in quotes is a string'}
    ${'!!str 5'}            | ${'5'}                      | ${'a type name decides'}
    ${'!!float 5'}          | ${5}                        | ${'also for numbers'}
    ${'[1, {a: b}]'}        | ${[1, { a: 'b' }]}          | ${'brackets and braces nest'}
    ${'{"a": [], "b": {}}'} | ${{ a: [], b: {} }}         | ${'JSON is YAML'}
    ${'\ufeffa: 1'}         | ${{ a: 1 }}                 | ${'a byte order mark is skipped'}
    ${'a: 1\r\nb: 2\r\n'}   | ${{ a: 1, b: 2 }}           | ${'CR LF ends lines'}
    ${'a: &x [1]\nb: *x'}   | ${{ a: [1], b: [1] }}       | ${'an alias repeats what its anchor names'}
    ${'<<: {a: 1}\nb: 2'}   | ${{ '<<': { a: 1 }, b: 2 }} | ${'<< is a key like others'}
    ${'--- # c\na: 1\n...'} | ${{ a: 1 }}                 | ${'one document may be marked as such'}
  `('$rule', ({ text, value }) => {
    expect(toData(parsed(text as string))).toEqual(value);
  });
});

describe('what a value does not say is kept as text', () => {
  test.each([
    '1.0',
    '007',
    '+5',
    '0x1F',
    '0o17',
    '1e3',
    '~',
    'Null',
    'TRUE',
    '.Inf',
    '3.14159265358979323846264338327950288',
  ])('%s', (text) => {
    expect(parsed(text)).toMatchObject({ kind: 'scalar', text });
  });

  test.each(['12', '-1.5', 'true', 'null', 'Home', '"1.0"'])('%s needs none', (text) => {
    expect(parsed(text)).not.toHaveProperty('text');
  });
});

describe('places', () => {
  const source = [
    'flow:',
    '  name: "A"',
    '  note: |-',
    '    x',
    '  list: [ 1, {k: v} ]',
    '  none:',
    "  last: it's",
  ].join('\n');
  const flow = (parsed(source) as YamlMapping).entries[0]?.value as YamlMapping;
  const places = Object.fromEntries(
    flow.entries.map(({ key, value }) => [key.value, source.slice(value.offset, value.end)]),
  );

  test('a quoted value is found with its quotes', () => expect(places['name']).toBe('"A"'));
  test('a block value is found from its bar on', () => expect(places['note']).toBe('|-\n    x'));
  test('a list in brackets is found with its brackets', () => expect(places['list']).toBe('[ 1, {k: v} ]'));
  test('a plain value is found as it is', () => expect(places['last']).toBe("it's"));
  test('a block is found from its first key to its last value', () =>
    expect(source.slice(flow.offset, flow.end)).toBe(source.slice(8)));

  test('an empty value is found behind its colon', () => {
    const none = flow.entries[3]?.value;
    expect(none).toMatchObject({ value: null, text: '', offset: source.indexOf('none:') + 5 });
  });

  test('empty items are found behind their dashes', () => {
    expect((parsed('- \n-\n- x') as YamlSequence).items.map(({ offset }) => offset)).toEqual([1, 4, 7]);
  });
});
