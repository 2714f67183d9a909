import { formatTypeScript } from '../../src/import/format-typescript';
import { flowNamed, hostile } from './private/hostile';
import { dataOf, imported, synthesized } from './private/round-trip';

/*
 * Names and texts of a file are the file's, not ours: whatever they hold, they are data of the definition and never code.
 */

const folders = hostile.map((name, i) => ({
  hostileName: name,
  text: flowNamed(name),
  folder: imported(`hostile-${i}`, flowNamed(name)),
}));

test.each(folders.map(({ hostileName, text, folder }) => [JSON.stringify(hostileName), text, folder] as const))(
  '%s stays data',
  async (_, text, folder) => {
    const path = folder.flows[0]?.path ?? '';

    expect(folder.flows[0]?.why).toBeUndefined();
    expect(dataOf(synthesized(folder, path))).toEqual(dataOf(text));
    for (const file of folder.files) await expect(formatTypeScript(file.text)).resolves.not.toBe('');
  },
);

test('names of files stay inside their folders', () => {
  const names = ['../../etc/passwd', '..\\..\\x', 'C:\\x', '.', 'con', '/root'];
  const paths = names.flatMap((name) => imported('x', flowNamed(name)).files.map(({ path }) => path));

  for (const path of paths) expect(path).toMatch(/^(\.\.\/data-actions\/)?[a-z0-9][a-z0-9-]*\.ts$/);
});
