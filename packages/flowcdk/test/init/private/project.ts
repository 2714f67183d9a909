import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TemplateName } from '../../../src/init/templates';
import { type ProjectProps, writeProject } from '../../../src/init/write-project';

/** The root of the repository. */
export const root = join(__dirname, '../../../../..');

/** A folder for projects, which goes after the tests. */
export function projectsFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'flowcdk-init-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export const templatesFolder = join(root, 'packages/flowcdk/templates');

type Packages = ProjectProps['packages'];

/** Flowcdk as it comes from a registry. */
export const fromRegistry: Packages = {
  version: '1.2.3',
  templates: templatesFolder,
  dependencies: { flowcdk: '^1.2.3', '@flowcdk/provider-genesyscloud': '^1.2.3' },
};

/** Flowcdk as tarballs, which have nothing in them. */
export function fromTarballs(folder: string): Packages {
  const tarballs = join(folder, 'tarballs');
  mkdirSync(tarballs, { recursive: true });
  writeFileSync(join(tarballs, 'flowcdk-1.2.3.tgz'), '');
  return {
    version: '1.2.3',
    templates: templatesFolder,
    tarballs,
    dependencies: { flowcdk: 'file:vendor/flowcdk-1.2.3.tgz' },
  };
}

/** The files of a project that was written. */
export function written(folder: string, template: TemplateName, packages: Packages = fromRegistry): readonly string[] {
  const files = writeProject({ folder, template, packages });
  if (!('length' in files)) throw new Error(files.message);
  return files;
}
