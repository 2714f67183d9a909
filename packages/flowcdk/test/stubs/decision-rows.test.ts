import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decisionTableOf } from '../../src/stubs/decision-rows';

const folder = mkdtempSync(join(tmpdir(), 'flowcdk-decisions-'));
afterAll(() => rmSync(folder, { recursive: true }));

function tableIn(name: string, text: string) {
  const file = join(folder, name);
  writeFileSync(file, text);
  return decisionTableOf('Priority', file);
}

const priority = {
  columns: { inputs: ['segment', 'amount GreaterThan'], outputs: ['queue', 'level'] },
  rows: [
    { inputs: ['Gold', '100'], outputs: ['VIP', 90] },
    { inputs: ['', ''], outputs: ['Others', null] },
  ],
};

test('CSV names conditions, and results behind an arrow', () => {
  const csv = 'segment,amount GreaterThan,-> queue,-> level\nGold,100,VIP,90\n,,Others,\n';
  expect(tableIn('priority.csv', csv)).toEqual(priority);
});

test('JSON has columns and rows', () => {
  expect(tableIn('priority.json', JSON.stringify(priority))).toEqual(priority);
});

test.each([
  ['no-result.csv', 'segment,queue\nGold,VIP\n', 'no column is a result'],
  ['short.csv', 'segment,-> queue\nGold\n', 'row 2 has 1 fields, and there are 2 columns'],
  ['comparator.csv', 'segment Resembles,-> queue\nGold,VIP\n', "such as 'amount GreaterThan'"],
  ['list.json', '[]', 'it is no JSON object with columns and rows'],
  ['empty.json', '{}', 'columns'],
  [
    'long.json',
    JSON.stringify({ ...priority, rows: [{ inputs: ['a', 'b', 'c'], outputs: [] }] }),
    'row 1 has more cells than the table has columns',
  ],
])('%s is refused', (name, text, why) => {
  expect(() => tableIn(name, text)).toThrow(why);
});

test('a file that is not there is named', () => {
  expect(() => decisionTableOf('Priority', join(folder, 'gone.csv'))).toThrow(
    /'Priority' \(.*gone\.csv\): it cannot be read/,
  );
});
