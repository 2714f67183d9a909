// Which tests reach a source file, the nearest first: the one of its name, those of the names of the files that import it,
// those of its folder, then those that come to it by the fewest imports.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';

/** How many imports a test is nearer than it seems: that of the name of a file, one in its folder, one in its package. */
const OF_A_NAME = 100;
const OF_ITS_FOLDER = 30;
const OF_ITS_PACKAGE = 10;
/** So many imports away the name of a file still says what it is about. */
const NEAR = 2;
/** An index is imported for anything of its folder, so what imports it is farther away. */
const THROUGH_AN_INDEX = 3;

const isFile = (path) => existsSync(path) && statSync(path).isFile();

/** The file that an import leads to; undefined for what lies outside of the repository. */
function targetOf(root, packages, file, imported) {
  const [path] = imported.startsWith('.')
    ? [resolve(root, dirname(file), imported)]
    : Object.entries(packages).flatMap(([name, folder]) =>
        imported === name || imported.startsWith(`${name}/`)
          ? [join(root, folder, 'src', imported.slice(name.length))]
          : [],
      );
  const target =
    path &&
    [path, `${path}.ts`, join(path, 'index.ts')].find((candidate) => candidate.endsWith('.ts') && isFile(candidate));
  return target && relative(root, target);
}

/** The file that a test of a source stands in. */
const testOf = (file) => file.replace('/src/', '/test/').replace(/\.ts$/, '.test.ts');

/** The file that tests all sources of a folder: `functions.test.ts` has the functions of `functions/text.ts`. */
const testOfFolder = (file) => `${dirname(testOf(file))}.test.ts`;

/** A function that gives the tests of a source file. `packages` has the folder of each package by its name. */
export function nearestTests(root, files, packages) {
  const importers = new Map();
  for (const file of files) {
    for (const { fileName } of ts.preProcessFile(readFileSync(join(root, file), 'utf8')).importedFiles) {
      const target = targetOf(root, packages, file, fileName);
      if (target) importers.set(target, [...(importers.get(target) ?? []), file]);
    }
  }
  return (source) => {
    const distances = new Map([[source, 0]]);
    const waiting = [source];
    for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
      const distance = distances.get(file) + (file.endsWith('/index.ts') ? THROUGH_AN_INDEX : 1);
      for (const importer of importers.get(file) ?? []) {
        if (distance >= (distances.get(importer) ?? Infinity)) continue;
        distances.set(importer, distance);
        waiting.push(importer);
      }
    }
    const named = new Map([...distances].map(([file, far]) => [testOf(file), far]));
    if (!named.has(testOfFolder(source))) named.set(testOfFolder(source), 1);
    const folder = dirname(testOf(source));
    const ownPackage = source.split('/').slice(0, 2).join('/');
    const rank = (test) => {
      const far = named.get(test);
      if (far !== undefined && far <= NEAR) return far - OF_A_NAME;
      const nearer = dirname(test).startsWith(folder)
        ? OF_ITS_FOLDER
        : test.startsWith(`${ownPackage}/test/`)
          ? OF_ITS_PACKAGE
          : 0;
      return distances.get(test) - nearer;
    };
    return [...distances.keys()]
      .filter((file) => file.endsWith('.test.ts') && !file.includes('/templates/'))
      .sort((a, b) => rank(a) - rank(b) || a.localeCompare(b));
  };
}
