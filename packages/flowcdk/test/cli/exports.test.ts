import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { globSync } from 'tinyglobby';
import { exportedFile } from '../data-action/export/example';
import { flowcdk, projectFolder } from './private/run';

// Each command checks the application or starts an org in memory; a busy machine may take its time.
jest.setTimeout(60_000);

const project = projectFolder();
afterAll(project.remove);
const inProject = { cwd: project.folder };
project.write('parcel.json', exportedFile);
project.write('services.yaml', 'services: { parcels.example: { kind: answer, body: { state: ON ITS WAY } } }');

describe('flowcdk synth --exports', () => {
  test('writes each data action as a file, and says which one no file can hold', async () => {
    const { code, err } = await flowcdk(['synth', '--out', 'out', '--exports', 'exports'], inProject);

    expect(code).toBe(0);
    expect(err).toContain('the data action "Launch identification" needs the id of identify-caller');
    expect(readdirSync(join(project.folder, 'exports')).sort()).toEqual([
      '.flowcdk.json',
      'Find-customer-in-Alpha.custom.json',
      'Find-customer-in-Beta.custom.json',
      'Find-customer-in-Gamma.custom.json',
      'Post-finished-call.custom.json',
    ]);
  });

  test('writes files that flowcdk check takes by a pattern, as the page says', async () => {
    const files = globSync('exports/*.json', { cwd: project.folder, dot: false });
    const { code, err } = await flowcdk(['check', ...files], inProject);

    expect([files.length, code, err]).toEqual([4, 0, '']);
  });

  test('removes what an earlier synthesis wrote, and leaves files of others', async () => {
    const file = (name: string): string => join(project.folder, 'exports', name);
    const list = JSON.parse(readFileSync(file('.flowcdk.json'), 'utf8')) as { files: string[] };
    writeFileSync(file('Old.custom.json'), '{}');
    writeFileSync(file('Mine.custom.json'), '{}');
    writeFileSync(file('.flowcdk.json'), JSON.stringify({ files: [...list.files, 'Old.custom.json'] }));
    const { out } = await flowcdk(['synth', '--out', 'out', '--exports', 'exports', '--json'], inProject);
    const { exported } = JSON.parse(out) as { readonly exported: readonly object[] };

    expect(exported).toHaveLength(4);
    expect(readdirSync(join(project.folder, 'exports'))).not.toContain('Old.custom.json');
    expect(readdirSync(join(project.folder, 'exports'))).toContain('Mine.custom.json');
  });
});

test('flowcdk test-action --file runs the action of a file without any application', async () => {
  const { code, out } = await flowcdk(
    ['test-action', '--file', 'parcel.json', '--input', 'number=4711', '--services', 'services.yaml'],
    inProject,
  );

  expect(code).toBe(0);
  expect(out).toContain('https://parcels.example/parcels/4711');
  expect(out).toContain('"state": "ON ITS WAY"');
});

test('flowcdk check looks at the templates of a file, with its lines', async () => {
  const { code, out } = await flowcdk(['check', 'parcel.json', '--json'], inProject);

  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({
    findings: [{ rule: 'template-unescaped', at: { file: 'parcel.json', line: 7 } }],
  });
});
