import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { templateNames, templates } from '../../src/init/templates';
import { root, templatesFolder } from './private/project';

test('every template is described', () => {
  expect(Object.keys(templates)).toEqual(templateNames);
});

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}
const manifest = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as Manifest;

test('projects need what this repository is tested with', () => {
  const here = manifest(join(root, 'package.json'));
  const { dependencies, devDependencies } = manifest(join(templatesFolder, 'common/package.json'));

  expect(here.dependencies).toMatchObject(dependencies);
  expect(here.devDependencies).toMatchObject(devDependencies);
});
