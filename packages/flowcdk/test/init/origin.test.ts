import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { originOf } from '../../src/init/origin';

const folder = mkdtempSync(join(tmpdir(), 'flowcdk-origin-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(path: string, data: object): void {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(data));
}

/** A project in which npm installed a package from somewhere. */
function installed(project: string, name: string, resolved: string | undefined): string {
  const at = `node_modules/${name}`;
  write(`${project}/${at}/package.json`, { name, version: '1.2.3' });
  if (resolved !== undefined) write(`${project}/node_modules/.package-lock.json`, { packages: { [at]: { resolved } } });
  return join(folder, project, at);
}

describe('where a package comes from is told by what npm noted of it', () => {
  test.each([
    ['registry', 'the public registry', 'https://registry.npmjs.org/flowcdk/-/flowcdk-1.2.3.tgz'],
    ['registry', 'a mirror', 'https://npm.example/repository/all/flowcdk/-/flowcdk-1.2.3.tgz'],
    ['elsewhere', 'a tarball', 'file:vendor/flowcdk-1.2.3.tgz'],
    ['elsewhere', 'a tarball behind a URL', 'https://files.example/flowcdk-1.2.3.tgz'],
    ['elsewhere', 'a folder', '../flowcdk/packages/flowcdk'],
    ['elsewhere', 'git', 'git+ssh://git@git.example/flowcdk.git#0123456'],
    ['elsewhere', 'another version than is there', 'https://registry.npmjs.org/flowcdk/-/flowcdk-1.0.0.tgz'],
    ['elsewhere', 'no note', undefined],
  ])('%s: %s', (origin, what, resolved) => {
    expect(originOf(installed(what.replaceAll(' ', '-'), 'flowcdk', resolved))).toBe(origin);
  });

  test('of a package with a scope', () => {
    const resolved = 'https://registry.npmjs.org/@flowcdk/engines/-/engines-1.2.3.tgz';

    expect(originOf(installed('scoped', '@flowcdk/engines', resolved))).toBe('registry');
  });

  test('of a package that lies in another one', () => {
    const at = 'node_modules/other/node_modules/flowcdk';
    write(`nested/${at}/package.json`, { name: 'flowcdk', version: '1.2.3' });
    write('nested/node_modules/.package-lock.json', {
      packages: { [at]: { resolved: 'https://registry.npmjs.org/flowcdk/-/flowcdk-1.2.3.tgz' } },
    });

    expect(originOf(join(folder, 'nested', at))).toBe('registry');
  });
});

test('what has sources is a clone', () => {
  mkdirSync(join(folder, 'clone/packages/flowcdk/src'), { recursive: true });

  expect(originOf(join(folder, 'clone/packages/flowcdk'))).toBe('clone');
});
