import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesIn } from '../constructs/private/stack';
import { bin, build, built, projectFolder, root, type Said } from './private/run';

// Everything that needs the built library is in this file: two builds at a time would be in each other's way.
beforeAll(build);
jest.setTimeout(60_000);

const project = projectFolder();
afterAll(project.remove);
const inProject = { cwd: project.folder };
const out = (name: string) => join(project.folder, name);

describe('the command line as it is installed', () => {
  test('does its work and leaves with 0', () => {
    const { code, out: said, err } = built(['synth', '--json'], inProject);

    expect([code, err]).toEqual([0, '']);
    expect(JSON.parse(said)).toMatchObject({ stacks: ['caller-identification', 'end-of-call-report'], findings: [] });
  });

  test.each([
    [2, ['list', '--env', 'nowhere'], 'there is no environment "nowhere"'],
    [2, ['nonsense'], "error: unknown command 'nonsense'"],
  ])('leaves with %d and no stack trace: %j', (code, args, message) => {
    const said = built(args, inProject);

    expect(said.code).toBe(code);
    expect(said.out).toBe('');
    expect(said.err).toContain(message);
    expect(said.err).not.toMatch(/\n\s+at /);
  });

  /** Where nobody reads what is said, or nothing can be written; a shell says which. */
  const inShell = (line: string): Said => {
    const { status, stdout, stderr } = spawnSync('bash', ['-o', 'pipefail', '-c', line], {
      cwd: project.folder,
      encoding: 'utf8',
      env: { ...process.env, flowcdk: `${process.execPath} ${bin}` },
    });
    return { code: status ?? -1, out: stdout, err: stderr };
  };

  const fullDisk: [string, number, string, string] = [
    'the disk is full',
    1,
    '$flowcdk list > /dev/full',
    'flowcdk: the output cannot be written: ENOSPC: no space left on device, write\n',
  ];

  test.each<[string, number, string, string]>([
    ['what is said is not read to its end', 0, '$flowcdk list | head -n 1 > /dev/null', ''],
    ['nobody reads what is wrong', 2, '$flowcdk nonsense 2> >(exec true) > /dev/null; code=$?; wait; exit $code', ''],
    ...(existsSync('/dev/full') ? [fullDisk] : []),
  ])('ends with its exit code and no stack trace where %s', (_, code, line, message) => {
    const said = inShell(line);

    expect([said.code, said.err]).toEqual([code, message]);
  });

  test('names the line and the column of the TypeScript, which what runs of it has not', () => {
    const config = out('column.config.ts');
    const library = join(root, 'packages/flowcdk');
    const first = `import { application } from '${library}';`;
    const second = 'export default application({ stacks: nowhere });';
    writeFileSync(config, `${first}\n// @ts-nocheck\n${second}\n`);

    const { code, err, out: said } = built(['check', '--app', config], inProject);

    expect(code).toBe(1);
    expect(err + said).toContain(`column.config.ts\n  3:${second.indexOf('nowhere') + 1}    error  ReferenceError`);
  });

  test('writes the same bytes in every process, wherever and whenever it runs', () => {
    built(['synth', '--out', 'first'], {
      ...inProject,
      env: { TZ: 'Pacific/Auckland', LC_ALL: 'C', HOME: '/nowhere' },
    });
    built(['synth', '--out', 'second'], { ...inProject, env: { TZ: 'America/Lima', LC_ALL: 'fr_FR.UTF-8' } });

    expect(filesIn(out('second'))).toEqual(filesIn(out('first')));
  });
});

describe('main.ts, as the CDKTF command line runs it', () => {
  const node = ['--require', join(root, 'packages/flowcdk/typescript/register.cjs'), join(root, 'src/main.ts')];

  test('writes the same stacks', () => {
    built(['synth', '--out', 'own'], inProject);
    const { code, err } = built([], { ...inProject, node, env: { CDKTF_OUTDIR: out('cdktf') } });

    expect([code, err]).toEqual([0, '']);
    expect({ ...filesIn(out('cdktf')), 'flowcdk.json': expect.any(String) }).toEqual(filesIn(out('own')));
  });

  test('refuses what the command line refuses, and writes nothing', () => {
    const env = { FLOWCDK_ENV: 'nowhere', CDKTF_OUTDIR: out('refused') };
    const { code, out: said, err } = built([], { ...inProject, node, env });

    expect([code, said]).toEqual([1, '']);
    expect(err).toBe(
      'there is no environment "nowhere": the file settings.nowhere.yaml does not exist\n    Environments here: local.\n',
    );
    expect(() => filesIn(out('refused'))).toThrow('ENOENT');
  });
});
