import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { routes } from '../../src/emulator/api';
import { featureTable } from '../../src/emulator/api/feature-table';
import { type Limit, limitNames, limits } from '../../src/emulator/limits/limits';
import { kinds } from '../../src/emulator/state/kinds';

const file = join(__dirname, '../../../../docs/emulator.md');
const perWords: Readonly<Record<Limit['per'], string>> = {
  minute: 'in a minute',
  hour: 'in an hour',
  moment: 'at the same time',
  thing: 'each',
  percent: '%',
};

const limitTable = [
  ['Limit', 'Namespace', 'What it counts', 'In the cloud', 'Source', 'Counts at'],
  Array<string>(6).fill('---'),
  ...limitNames.map((name) => {
    const { namespace, counts, value, per, source, enforced } = limits[name];
    return [`\`${name}\``, `\`${namespace}\``, counts, `${value} ${perWords[per]}`, source, enforced];
  }),
]
  .map((cells) => `| ${cells.join(' | ')} |`)
  .join('\n');

/** What stands between marks of its name, and where. */
const generatedParts = Object.entries({ features: featureTable(routes), limits: limitTable }).map(([name, table]) => ({
  name,
  between: new RegExp(`<!-- ${name} -->\n[^]*<!-- /${name} -->`),
  generated: `<!-- ${name} -->\n\n${table}\n\n<!-- /${name} -->`,
}));

/** The layout of a table is prettier's business. */
const plain = (text: string): string => text.replace(/ *\| */g, '|').replace(/-{3,}/g, '---');

test.each(generatedParts)('docs/emulator.md lists the $name there are (UPDATE_DOCS=1 writes it)', (part) => {
  const { between, generated } = part;
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
  const requests = routes.map(({ method, path }) => `${method} ${path.toLowerCase().replace(/:\w+/g, ':')}`);

  expect(requests.filter((request, i) => requests.indexOf(request) !== i)).toEqual([]);
  expect(routes.filter(({ answers, does }) => answers.length === 0 || /[.|]$/.test(does))).toEqual([]);
});

test('every kind of thing has a name for messages and refers to kinds there are', () => {
  for (const { called, refers } of Object.values(kinds)) {
    expect(called).not.toBe('');
    for (const { to } of Object.values(refers)) expect(kinds).toHaveProperty(to);
  }
});
