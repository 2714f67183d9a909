import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { root } from './private/imports';

/** Words that say nothing of what a file holds. ESLint knows the same words for names in the code. */
const emptyWords = ['told', 'given', 'found', 'asked', 'wanted', 'made', 'one'];

const ours = ['applications', 'bench', 'data-actions', 'flows', 'packages', 'scripts', 'src', 'test', 'triggers'];
const notOurs = new Set(['node_modules', 'dist', 'cdktf.out']);

function filesIn(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return notOurs.has(entry.name) ? [] : filesIn(path);
    return /\.(ts|cjs|mjs)$/.test(entry.name) ? [path] : [];
  });
}

test.each(ours)('files in %s are named by what they hold', (folder) => {
  expect(filesIn(folder).filter((path) => emptyWords.includes(basename(path).split('.')[0] ?? ''))).toEqual([]);
});
