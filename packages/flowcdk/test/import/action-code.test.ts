import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ActionCodes } from '../../src/import/action-parts';

const folder = join(__dirname, '../../src/import/actions');

/** The kinds of actions that each file of the folder writes, by the name of the file. */
const families = readdirSync(folder).map((file): readonly [string, readonly string[]] => [
  file,
  Object.values(jest.requireActual<Record<string, ActionCodes>>(join(folder, file))).flatMap(Object.keys),
]);

test('every family writes some kinds of actions', () => {
  expect(families.filter(([, kinds]) => kinds.length === 0)).toEqual([]);
});

test('one family writes a kind of action, since the last one would silently override the others', () => {
  const all = families.flatMap(([, kinds]) => kinds);
  expect(all.filter((kind, index) => all.indexOf(kind) !== index)).toEqual([]);
});
