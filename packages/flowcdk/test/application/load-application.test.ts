import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import shipped from '../../../../flowcdk.config';
import { root } from '../../../../test/private/shipped';
import { loadApplication, openApplication } from '../../src/application';
import { localOrg } from '../../src/testing';

const library = JSON.stringify(join(root, 'packages/flowcdk/src/index'));
/** The smallest application there is. */
const smallest = `import { application } from ${library};\nexport default application({ stacks: () => [] });\n`;

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'flowcdk-application-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const write = (name: string, text: string): string => {
  const file = join(folder, name);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, text);
  return file;
};

describe('the configuration of a project', () => {
  test.each(['.', 'flows', 'flows/options'])('is found from %s', async (from) => {
    write('flowcdk.config.ts', smallest);
    mkdirSync(join(folder, from), { recursive: true });
    const { application } = await loadApplication({ from: join(folder, from) });

    expect(application).toBeDefined();
  });

  test('is the nearest', async () => {
    write('flowcdk.config.ts', 'throw new Error("the outer one");');
    write('inner/flowcdk.config.ts', smallest);

    expect((await loadApplication({ from: join(folder, 'inner') })).application).toBeDefined();
  });

  test('may be JavaScript, and have any name where it is named', async () => {
    const file = write('line.js', `module.exports = require(${library}).application({ stacks: () => [] });`);

    expect((await loadApplication({ file })).application).toBeDefined();
  });

  test.each([
    ['nothing', {}, 'there is no flowcdk.config.ts in '],
    [
      'no application',
      { 'flowcdk.config.ts': 'export default { stacks: () => [] };' },
      'does not export an application',
    ],
    ['no default', { 'flowcdk.config.ts': 'export const a = 1;' }, 'does not export an application'],
  ])('that is %s is told of', async (_, files: Readonly<Record<string, string>>, message) => {
    for (const [name, text] of Object.entries(files)) write(name, text);
    const { application, ...rest } = await loadApplication({ from: folder });

    expect(application).toBeUndefined();
    expect('findings' in rest && rest.findings.map((finding) => finding.message)).toEqual([
      expect.stringContaining(message),
    ]);
  });

  test('that is named and not there is told of', async () => {
    const loaded = await loadApplication({ file: join(folder, 'none.ts') });

    expect('findings' in loaded && loaded.findings[0]?.message).toMatch(/^there is no .*none\.ts$/);
  });

  test('that throws while it is loaded is told of with its line', async () => {
    write(
      'flowcdk.config.ts',
      'const settings = undefined as never as { line: { name: string } };\n\nsettings.line.name;\n',
    );
    const loaded = await loadApplication({ from: folder });

    expect('findings' in loaded && loaded.findings).toMatchObject([
      { rule: 'code-threw', at: { file: join(folder, 'flowcdk.config.ts'), line: 3 } },
    ]);
  });
});

test('what a test imports is the object that the kit has', async () => {
  const { application } = await loadApplication({ from: root });

  expect(application).toBe(shipped);
});

test('the kit takes an application with the settings of an environment', async () => {
  const org = await localOrg(shipped, { environment: 'local' });
  const { opened } = openApplication(shipped, { folder: root, environment: 'local' });

  expect(org.runtime.org.all('flow').map(({ name }) => name)).toHaveLength(
    opened?.definitions.filter(({ definition }) => definition === 'flow').length ?? 0,
  );
});
