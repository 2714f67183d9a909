import { looksLikeExport, readExport } from '../../../src/data-action/export/read-export';
import { exportText } from '../../../src/data-action/export/exported-action';
import { exportedFile } from './example';

const messagesOf = (text: string): readonly string[] =>
  (readExport(text, 'parcel.json').findings ?? []).map(({ at, message }) => `${at?.line}:${at?.column} ${message}`);

test('a file is read without loss, even of what nobody here knows', () => {
  const { action } = readExport(exportedFile, 'parcel.json');

  expect(action).toEqual(JSON.parse(exportedFile));
  expect(JSON.parse(action ? exportText(action) : '')).toEqual(JSON.parse(exportedFile));
});

test.each([
  ['a byte order mark in front', `\uFEFF${exportedFile}`],
  ['lines of Windows', exportedFile.replaceAll('\n', '\r\n')],
  ['everything on one line', JSON.stringify(JSON.parse(exportedFile))],
])('%s does no harm', (_, text) => {
  expect(readExport(text, 'parcel.json').action).toEqual(JSON.parse(exportedFile));
});

const changed = (from: string, to: string): string => {
  expect(exportedFile).toContain(from);
  return exportedFile.replace(from, to);
};

test.each([
  ['{', [expect.stringMatching(/^1:1 this is no JSON: /)]],
  ['[]', ['1:1 this is no export of a data action: it has neither actionType nor config']],
  ['{"name": "Settings"}', ['1:1 this is no export of a data action: it has neither actionType nor config']],
  [changed('"GET"', '"get"'), ['8:7 config.request.requestType is "get"; expected a method']],
  [changed('"secure": false', '"secure": "no"'), ['42:3 secure is "no"; expected true or false']],
  [
    changed('"X-Api-Key": "${credentials.apiKey}"', '"X-Api-Key": 4711'),
    ['9:7 config.request.headers is {"X-Api-Key":4711}; expected texts by name'],
  ],
])('what is wrong is said with its place: case %#', (text, messages) => {
  expect(messagesOf(text)).toEqual(messages);
});

test('all that is missing is said at once', () => {
  expect(messagesOf('{"actionType": "custom", "config": {"request": {}}}')).toEqual([
    '1:1 name is missing; expected a text',
    '1:1 integrationType is missing; expected a text',
    '1:1 config.request.requestUrlTemplate is missing; expected a text',
    '1:1 config.request.requestType is missing; expected a method',
    '1:1 config.request.headers is missing; expected texts by name',
    '1:1 config.request.requestTemplate is missing; expected a text',
    '1:1 config.response is missing; expected an object',
    '1:1 contract is missing; expected an object',
    '1:1 secure is missing; expected true or false',
  ]);
});

test('a file that is too long or nested too deep is not read', () => {
  expect(messagesOf(`{"config": "${'x'.repeat(3_000_000)}"}`)).toEqual([
    '1:1 this file has 3000014 characters; up to 2097152 are read',
  ]);
  expect(messagesOf(`{"config": ${'['.repeat(200)}${']'.repeat(200)}}`)).toEqual(['1:1 this file is nested too deep']);
});

test('other JSON is told apart', () => {
  expect(looksLikeExport(exportedFile)).toBe(true);
  expect(looksLikeExport('{"name": "package"}')).toBe(false);
  expect(looksLikeExport('workflow: { name: "integrationType" }')).toBe(false);
});
