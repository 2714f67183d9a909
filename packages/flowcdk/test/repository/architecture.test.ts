import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { rooms } from './private/rooms';

const root = resolve(__dirname, '../../../..');
const page = (name: string): string => readFileSync(join(root, name), 'utf8');

/** The files that a page links, without pages of the web and parts of the page itself. */
const linkedFiles = (text: string): readonly string[] =>
  [...text.matchAll(/\]\(([^)\s#]+)[^)\s]*\)/g)]
    .map(({ 1: file = '' }) => file)
    .filter((file) => !/^[a-z]+:/.test(file));

/** The rows of the table under a heading, as their cells. */
const tableUnder = (text: string, heading: string): readonly (readonly string[])[] =>
  (text.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '')
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2)
    .map((line) => line.slice(1, -1).split('|'))
    .map((cells) => cells.map((cell) => cell.trim()));

/** `` `ground`, `architect` `` */
const namesIn = (cell = ''): readonly string[] => [...cell.matchAll(/`([\w-]+)`/g)].map(({ 1: name = '' }) => name);

test.each(['ARCHITECTURE.md', 'CONTRIBUTING.md', 'docs/decisions/README.md'])(
  'every file that %s names exists',
  (name) => {
    const folder = join(root, name, '..');
    const files = linkedFiles(page(name));

    expect(files.length).toBeGreaterThan(0);
    expect(files.filter((file) => !existsSync(join(folder, file)))).toEqual([]);
  },
);

test('ARCHITECTURE.md says which rooms there are, and what each imports', () => {
  const described = tableUnder(page('ARCHITECTURE.md'), 'The rooms of the library')
    .map(([room = '', , imports]) => [namesIn(room)[0] ?? '', namesIn(imports)] as const)
    .filter(([room]) => room !== 'cli');

  expect(Object.fromEntries(described)).toEqual(rooms);
});

test('ARCHITECTURE.md ends with ten tasks, each with the files it leads to', () => {
  const tasks = tableUnder(page('ARCHITECTURE.md'), 'Ten tasks');

  expect(tasks).toHaveLength(10);
  expect(tasks.filter(([, where = '']) => linkedFiles(where).length === 0)).toEqual([]);
});
