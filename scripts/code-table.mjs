// How large and how strict the code is, as a table: files, lines, functions, circles of imports, public names, casts.
//
//   npm run code-table             of this repository
//   npm run code-table -- FOLDER   of another working tree of it, such as an older commit
//   npm run code-table -- --json   for programs
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { measuresOf } from './code-table/measures.mjs';
import { PublicNames } from './code-table/public-names.mjs';

const require = createRequire(import.meta.url);
require('flowcdk/register');
const { circlesIn } = require('../packages/flowcdk/test/repository/private/circles.ts');

const { values, positionals } = parseArgs({ options: { json: { type: 'boolean' } }, allowPositionals: true });
const root = resolve(positionals[0] ?? join(import.meta.dirname, '..'));

const rooms = ['packages', 'applications']
  .flatMap((folder) => foldersIn(folder).map((name) => `${folder}/${name}/src`))
  .concat('src')
  .filter((folder) => existsSync(join(root, folder)));
const files = new Map(rooms.flatMap((folder) => sourcesIn(folder).map((file) => [file, measured(file)])));
const named = new PublicNames(root, rooms);
const rows = [
  ...rooms.map((folder) =>
    row(
      folder,
      [...files.keys()].filter((file) => file.startsWith(`${folder}/`)),
    ),
  ),
  row('all', [...files.keys()]),
];
const largest = [...files].sort(([, a], [, b]) => b.lines - a.lines).slice(0, 5);

if (values.json) console.log(JSON.stringify({ rows, largest: largest.map(([file, { lines }]) => ({ file, lines })) }));
else {
  const names = Object.keys(rows[0]);
  for (const line of [names, names.map(() => '---'), ...rows.map((each) => names.map((name) => each[name]))])
    console.log(`| ${line.join(' | ')} |`);
  console.log(`\nThe largest files: ${largest.map(([file, { lines }]) => `${file} (${lines})`).join(', ')}`);
}

function foldersIn(folder) {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? entry.name : [],
  );
}

function sourcesIn(folder) {
  return readdirSync(join(root, folder), { recursive: true })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
    .map((name) => join(folder, name));
}

/** The measures of a file. Its imports are files of the repository. */
function measured(file) {
  const measures = measuresOf(file, readFileSync(join(root, file), 'utf8'));
  const targets = (imports) => imports.flatMap((name) => fileAt(join(dirname(file), name)) ?? []);
  return { ...measures, imports: targets(measures.imports), valueImports: targets(measures.valueImports) };
}

function fileAt(path) {
  return [`${path}.ts`, join(path, 'index.ts')].find((file) => existsSync(join(root, file)));
}

function row(room, names) {
  const all = names.map((name) => files.get(name));
  const sum = (what) => all.reduce((total, file) => total + file[what], 0);
  const sizes = all.flatMap(({ functions }) => functions).sort((a, b) => a - b);
  const exported = named.of(room === 'all' ? rooms : [room]);
  return {
    room,
    files: all.length,
    lines: sum('lines'),
    functions: sizes.length,
    'lines of a function: median': at(sizes, 0.5),
    '90 of 100': at(sizes, 0.9),
    largest: at(sizes, 1),
    'circles of values': circlesOf(names, 'valueImports'),
    'with types': circlesOf(names, 'imports'),
    'public names': exported.length,
    undocumented: exported.filter(({ documented }) => !documented).length,
    'as X': sum('casts'),
    any: sum('anys'),
    '!': sum('nonNulls'),
  };
}

function at(sorted, share) {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** The number of circles, with the files in each. */
function circlesOf(names, kind) {
  const circles = circlesIn(new Map(names.map((name) => [name, files.get(name)[kind]])));
  return circles.length === 0
    ? '0'
    : `${circles.length} (${circles
        .map(({ length }) => length)
        .sort((a, b) => b - a)
        .join(', ')})`;
}
