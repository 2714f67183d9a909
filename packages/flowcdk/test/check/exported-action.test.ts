import { check } from '../../src/check/check';
import { templatedAction } from '../../src/check/exported-action';
import { rules } from '../../src/check/rules';
import { exportText, readExport } from '../../src/data-action';

const text = exportText({
  name: 'Find',
  integrationType: 'custom-rest-actions',
  actionType: 'custom',
  config: {
    request: {
      requestUrlTemplate: 'https://a.example/${input.id}',
      requestType: 'POST',
      headers: { 'X.Key': '$input.key', Accept: '$input.accept' },
      requestTemplate: '{"name": "$input.name"}',
    },
    response: {
      translationMap: { 'customer.id': '$.[', name: '$.name' },
      translationMapDefaults: { name: 'NONE' },
      successTemplate: '{}',
    },
  },
  contract: {
    input: {
      inputSchema: {
        type: 'object',
        properties: { count: { type: 'integer' }, part: { type: 'number' }, flag: { type: 'boolean' }, word: {} },
        required: ['count'],
      },
    },
    output: { successSchema: { type: 'object', properties: { total: { type: 'integer' } }, required: ['total'] } },
  },
  secure: false,
} as never);
const { action } = readExport(text, 'find.json');
if (!action) throw new Error('no export');
const templated = templatedAction(action, 'find.json', text);

/** The line that a finding points at, by the part of the data action that it is about. */
const lines = Object.fromEntries(
  check({ files: [], definitions: [templated] }, { rules: rules.filter(({ family }) => family === 'templates') }).map(
    ({ path = '', at }) => [path.replace('data action Find / ', ''), text.split('\n')[(at?.line ?? 0) - 1]?.trim()],
  ),
);

test.each([
  ['url', /^"requestUrlTemplate":/],
  ['body', /^"requestTemplate":/],
  ['header X.Key', /^"X\.Key":/],
  ['header Accept', /^"Accept":/],
  ['translationMap.customer.id', /^"customer\.id":/],
  ['translationMapDefaults.name', /^"translationMapDefaults":/],
  ['successTemplate', /^"successTemplate":/],
])('a finding about a part of an export points at its line: %s', (part, line) => expect(lines[part]).toMatch(line));

test('inputs have the types of the schema; what says none is a text, and what is not required may be missing', () =>
  expect(Object.entries(templated.input).map(([name, type]) => [name, type.kind, 'optional' in type])).toEqual([
    ['count', 'integer', false],
    ['part', 'decimal', true],
    ['flag', 'boolean', true],
    ['word', 'string', true],
  ]));
