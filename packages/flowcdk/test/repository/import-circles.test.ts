import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { circlesIn } from './private/circles';
import { importsOf, root, sourcesIn, valueImportsOf } from './private/imports';

const packages = readdirSync(join(root, 'packages')).map((name) => `packages/${name}/src`);

// A test and no rule of ESLint: `no-cycle` of eslint-plugin-import leaves imports of types out, which are what this is
// about, and does not know ESLint 10; its successor eslint-plugin-import-x needs a native add-on.

/** Which files a file imports, for all files of the packages. */
function graphOf(imports: (file: string) => readonly string[]): ReadonlyMap<string, readonly string[]> {
  const files = new Set(packages.flatMap(sourcesIn));
  const fileOf = (imported: string): string[] =>
    [`${imported}.ts`, `${imported}/index.ts`].filter((name) => files.has(name));
  return new Map([...files].map((file) => [file, imports(file).flatMap(fileOf)]));
}

/**
 * The circles of types that are meant, as the files in them from `packages/flowcdk/src`. Everything else has a floor
 * below it: what two files need of each other stands in a third one that both import.
 */
const meant: readonly (readonly string[])[] = [
  // The interpreter: a run enters a container, and a container runs the actions of its list.
  ['emulator/runtime/flow/flow-run.ts', 'emulator/runtime/flow/run-flow.ts'],
  // An application has a story, and a story tells of the application it belongs to.
  ['application/application.ts', 'application/open-application.ts', 'application/story.ts'],
  // A definition finds its problems when it is made; they are found in a file of their own.
  ['process-automation/trigger-problems.ts', 'process-automation/trigger.ts'],
  ['routing/data-table-problems.ts', 'routing/data-table.ts'],
  ['routing/emergency-group-problems.ts', 'routing/emergency-group.ts'],
  ['routing/group-problems.ts', 'routing/group.ts'],
  ['routing/queue-problems.ts', 'routing/queue.ts'],
  ['routing/user-prompt-problems.ts', 'routing/user-prompt.ts'],
];

test('no file imports itself by way of others, types apart', () => {
  expect(circlesIn(graphOf(valueImportsOf))).toEqual([]);
});

test('circles of imports, those of types among them, are only those that are meant', () => {
  const named = meant.map((files) => files.map((file) => `packages/flowcdk/src/${file}`).sort());

  expect(circlesIn(graphOf(importsOf))).toEqual(named.sort((a, b) => (a.join() < b.join() ? -1 : 1)));
});

describe('circles of a graph', () => {
  test.each<[string, Record<string, readonly string[]>, readonly (readonly string[])[]]>([
    ['a line has none', { a: ['b'], b: ['c'], c: [] }, []],
    ['two ways to one file are none', { a: ['b', 'c'], b: ['d'], c: ['d'], d: [] }, []],
    ['a file that imports itself', { a: ['a'] }, [['a']]],
    ['two files', { a: ['b'], b: ['a'] }, [['a', 'b']]],
    ['circles that share a file are one', { a: ['b'], b: ['a', 'c'], c: ['b'] }, [['a', 'b', 'c']]],
    [
      'circles beside each other are two',
      { d: ['c'], c: ['d'], a: ['b'], b: ['a', 'c'] },
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
  ])('%s', (_, graph, circles) => {
    expect(circlesIn(new Map(Object.entries(graph)))).toEqual(circles);
  });
});
