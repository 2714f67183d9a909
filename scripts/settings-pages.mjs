// Writes what is made of the schema of the settings: the file that editors read and the tables of the pages.
//
//   node scripts/settings-pages.mjs
//
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const require = createRequire(import.meta.url);
require('flowcdk/register');
const { settingsTables, standardSettings } = require('flowcdk/settings');
const { settingsSchema } = require('../src/settings/index.ts');

require('../src/settings/write-schema.ts');
writeTables('docs/settings.md', settingsTables(standardSettings));
writeTables('docs/settings-of-the-application.md', settingsTables(settingsSchema, { standard: false }));

/** Between the two marks of the page. */
function writeTables(page, tables) {
  const path = join(root, page);
  const [before, , after] = readFileSync(path, 'utf8').split(/^<!-- (?:the|end of the) tables.* -->$/m);
  const mark = '<!-- the tables below are written by scripts/settings-pages.mjs -->';
  writeFileSync(path, `${before}${mark}\n\n${tables}\n<!-- end of the tables -->${after}`);
}
