import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  editorSchema,
  loadSettings,
  type SettingsSchema,
  settingsTables,
  type StandardSettings,
  standardSettings,
} from '../../src/settings';
import * as settings from '../../src/settings';
import * as containers from '../../src/settings/containers';
import * as values from '../../src/settings/values';
import { findingText } from '../../src/ground/finding';
import { settingsSchema } from '../../../../src/settings';
import { exportsOf } from './example';
import { pages } from './page';

// docs/settings.md: the settings that every application has, and how an application says its own.

const page = pages.find(({ path }) => path === 'docs/settings.md');
if (!page) throw new Error('there is no docs/settings.md');
const example = exportsOf(page);
const schema = example['settingsSchema'] as SettingsSchema<StandardSettings>;
const yaml = page.blocks.find(({ text }) => text.includes('reception:'))?.text ?? '';

/** What `loadSettings` says of the settings of the example, with a part of them replaced. */
function loaded(part = '', by = '') {
  expect(yaml).toContain(part);
  const folder = mkdtempSync(join(tmpdir(), 'settings-'));
  writeFileSync(join(folder, 'settings.yaml'), yaml.replace(part, by));
  const { settings, findings = [] } = loadSettings(schema, { folder });
  rmSync(folder, { recursive: true });
  return { settings, findings: findings.map((finding) => findingText(finding).replace(join(folder, '/'), '')) };
}

test('the tables are those of the standard settings', () => {
  // After a change: node scripts/settings-pages.mjs
  expect(page.text).toContain(`\n\n${settingsTables(standardSettings)}\n`);
});

test('the tables of the application are those of its settings', () => {
  const text = pages.find(({ path }) => path === 'docs/settings-of-the-application.md')?.text;

  expect(text).toContain(`\n\n${settingsTables(settingsSchema, { standard: false })}\n`);
});

test('the settings of the example fit its schema', () => {
  const plan = example['plan'] as (settings: unknown) => readonly string[];
  const { settings, findings } = loaded();

  expect(findings).toEqual([]);
  expect(plan(settings)).toEqual([
    'Bookings: 30 seconds, at last https://backoffice.example/missed',
    'Réservations: 60 seconds, at last https://backoffice.example/missed',
  ]);
});

test.each([
  [
    'hours the wrong way round',
    "'18:00'",
    "'08:00'",
    'settings.yaml:6:11  reception.closes: the reception closes at 08:00 and opens at 08:30 only',
  ],
  [
    'a desk that is there twice',
    'Réservations',
    'bookings',
    'settings.yaml:9:13  desks[bookings].name: the desk "bookings"',
  ],
  ['a desk that waits too long', 'waits: 60', 'waits: 601', 'the number 601 is not allowed: it has to be 10 to 600'],
])('the schema of the example tells %s', (_, part, by, expected) => {
  expect(loaded(part, by).findings).toEqual([expect.stringContaining(expected)]);
});

test('the example writes what editors read, and a page', () => {
  expect(JSON.parse(String(example['schemaFile']))).toEqual(editorSchema(schema));
  expect(example['page']).toContain('| **`desks[].language`** | The language they speak. |');
});

test('every builder is listed, and nothing else', () => {
  const rows = /\| Builder \|[^\n]*\n[^\n]*\n((?:\|[^\n]*\n)+)/.exec(page.text)?.[1]?.trim().split('\n') ?? [];
  const listed = rows.flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`(\w+)`/g)].map(([, name]) => name));
  const builders = Object.keys({ ...containers, ...values }).filter((name) => name in settings);

  expect(listed.sort()).toEqual(builders.sort());
});
