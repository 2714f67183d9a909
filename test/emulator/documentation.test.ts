import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { routes } from '../../src/emulator/api';
import { featureTable } from '../../src/emulator/api/feature-table';
import { kinds } from '../../src/emulator/state/kinds';

const file = join(__dirname, '../../docs/emulator.md');
const between = /<!-- features -->\n[^]*<!-- \/features -->/;
const generated = `<!-- features -->\n\n${featureTable(routes)}\n\n<!-- /features -->`;

/** The layout of a table is prettier's business. */
const plain = (text: string): string => text.replace(/ *\| */g, '|').replace(/-{3,}/g, '---');

test('docs/emulator.md lists what the routes declare (UPDATE_DOCS=1 writes it)', () => {
  const page = readFileSync(file, 'utf8');
  if (process.env['UPDATE_DOCS'])
    writeFileSync(
      file,
      page.replace(between, () => generated),
    );

  const [listed = ''] = between.exec(readFileSync(file, 'utf8')) ?? [];

  expect(plain(listed)).toBe(plain(generated));
});

test('no route is declared twice, and each says who may ask and how sure we are', () => {
  const asked = routes.map(({ method, path }) => `${method} ${path.toLowerCase().replace(/:\w+/g, ':')}`);

  expect(asked.filter((one, i) => asked.indexOf(one) !== i)).toEqual([]);
  expect(routes.filter(({ answers, does }) => answers.length === 0 || /[.|]$/.test(does))).toEqual([]);
});

test('every kind of thing has a name for messages and refers to kinds there are', () => {
  for (const { called, refers } of Object.values(kinds)) {
    expect(called).not.toBe('');
    for (const { to } of Object.values(refers)) expect(kinds).toHaveProperty(to);
  }
});
