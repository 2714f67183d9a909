import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectName } from '../../src/init/write-project';
import { fromRegistry, fromTarballs, projectsFolder, written } from './private/project';

const folder = projectsFolder();
const inFolder = (name: string) => join(folder, name);
const read = (...path: string[]): string => readFileSync(join(folder, ...path), 'utf8');

interface Manifest {
  readonly name: string;
  readonly dependencies: Readonly<Record<string, string>>;
}
const manifestOf = (project: string) => JSON.parse(read(project, 'package.json')) as Manifest;

test('a project has the files of its template and those that every project has, and tells them', () => {
  const files = written(inFolder('files'), 'blank');

  expect(files).toEqual(
    expect.arrayContaining(['.gitignore', '.npmrc', 'cdktf.json', 'flows/hello.ts', 'src/main.ts']),
  );
  expect(files.filter((file) => !existsSync(join(folder, 'files', file)))).toEqual([]);
  expect(files).toEqual([...files].sort());
});

test('it has the name of its folder', () => {
  written(inFolder('Our Line'), 'blank');

  expect(manifestOf('Our Line').name).toBe('our-line');
  expect(read('Our Line', 'README.md')).toMatch(/^# our-line\n/);
});

test('where Flowcdk came from a registry, the project names versions', () => {
  const files = written(inFolder('ranges'), 'blank', fromRegistry);

  expect(manifestOf('ranges').dependencies).toMatchObject(fromRegistry.dependencies);
  expect(files.filter((file) => file.startsWith('vendor/'))).toEqual([]);
});

test('where it did not, the project has tarballs and names them', () => {
  const files = written(inFolder('tarballs-of-it'), 'blank', fromTarballs(folder));

  expect(manifestOf('tarballs-of-it').dependencies).toMatchObject({ flowcdk: 'file:vendor/flowcdk-1.2.3.tgz' });
  expect(files.filter((file) => file.startsWith('vendor/'))).toEqual(['vendor/README.md', 'vendor/flowcdk-1.2.3.tgz']);
  expect(read('tarballs-of-it', 'vendor/README.md')).toContain('Flowcdk 1.2.3');
});

test.each([
  ['my-line', 'my-line'],
  ['/a/path/Support Line (new)', 'support-line-new'],
  ['_hidden', 'hidden'],
  ['.git', 'git'],
  ['ライン', 'my-line'],
  ['flowcdk', 'flowcdk-project'],
  ['jest', 'jest-project'],
  ['x'.repeat(300), 'x'.repeat(200)],
])('the folder %s gives the name %s, which npm takes', (path, name) => {
  expect(projectName(path, { flowcdk: '^1.2.3' })).toBe(name);
});
