import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as line from '../../../../flows/support-line-closed';
import { filesIn } from '../constructs/private/stack';
import { flowcdk, projectFolder, root } from './private/run';

const settings = readFileSync(join(root, 'settings.yaml'), 'utf8');

/** The settings that are shipped with parts of them replaced; a part that is not there would test nothing. */
const changed = (...changes: readonly (readonly [part: string, by: string])[]): string =>
  changes.reduce((text, [part, by]) => {
    if (!text.includes(part)) throw new Error(`not in settings.yaml: ${part}`);
    return text.replace(part, () => by);
  }, settings);

// Commands read and write real folders; a busy machine may take its time.
jest.setTimeout(30_000);

const project = projectFolder();
beforeEach(() => project.write('settings.yaml', settings));
afterEach(() => jest.restoreAllMocks());
afterAll(project.remove);
const inProject = { cwd: project.folder };

/** Runs a command that must find something: what it said, and that it changed nothing. */
async function complaint(args: readonly string[] = ['synth'], env = {}, exitCode = 1): Promise<string> {
  const before = filesIn(project.folder);
  const { code, out, err } = await flowcdk(args, { ...inProject, env });

  expect(code).toBe(exitCode);
  expect(out).toBe('');
  expect(err).not.toMatch(/\n\s+at /);
  expect(filesIn(project.folder)).toEqual(before);
  return err;
}

/** Where a part of the shipped settings stands: `settings.yaml:12:3`. */
function place(part: string): string {
  const before = settings.slice(0, settings.indexOf(part)).split('\n');
  return `settings.yaml:${before.length}:${(before.at(-1) ?? '').length + 1}`;
}

describe('settings', () => {
  test.each([
    [
      'a misspelt setting',
      changed(['lookEvery: 3', 'lookEvry: 3']),
      `${place('lookEvery: 3')}  identification.lookEvry
  error there is no setting "lookEvry" here (settings-unknown)
        Did you mean lookEvery? Settings here: deadline, lookEvery, launchRole.`,
    ],
    [
      'a number that is none',
      changed(["'+442079460101'", "'020 7946 0101'"]),
      `${place("'+442079460101'")}  supportLine.lines[en-us].numbers[#1]
  error "020 7946 0101" is not allowed: it has to be a "+", the country code and the number, 7 to 15 digits in all, without spaces (settings-value)`,
    ],
    [
      'a lookup of 90 seconds',
      changed(['timeout: 5 # seconds', 'timeout: 90']),
      `${place('5 # seconds')}  databases.alpha.timeout
  error the number 90 is not allowed: it has to be 1 to 60 (settings-value)`,
    ],
    [
      'a queue that is not there',
      changed(['queue: Billing', 'queue: Biling']),
      `error there is no queue "Biling" in supportLine.queues (settings-reference)
        Did you mean Billing? Queues there: Customer service, Orders, Billing, Technical support, Contracts.`,
    ],
  ])('%s', async (_, text, message) => {
    project.write('settings.yaml', text);

    expect(await complaint()).toContain(message);
  });

  test('all at once, in the order of the file', async () => {
    project.write(
      'settings.yaml',
      changed(
        ['region: eu-central-1', 'region: eu-central-9'],
        ['deadline: 20', 'deadline: soon'],
        ['retryEvery: 2', 'retryEvry: 2'],
      ),
    );
    const said = await complaint();

    expect(said.match(/^settings\.yaml:\d+:\d+ {2}\S+/gm)).toEqual([
      `${place('eu-central-1')}  provider.region`,
      `${place('20\n')}  identification.deadline`,
      `${place('retryEvery: 2')}  backOffice.retryEvry`,
    ]);
    expect(said).toMatch(/\n3 errors\n$/);
  });

  test.each([
    ['--env', ['synth', '--env', 'loca'], {}],
    ['FLOWCDK_ENV', ['synth'], { FLOWCDK_ENV: 'loca' }],
    ['list', ['list', '--env', 'loca'], {}],
    ['start', ['start', '--env', 'loca'], {}],
  ])('an environment that has no file: %s', async (_, args, env) => {
    expect(await complaint(args, env, 2))
      .toBe(`  error there is no environment "loca": the file settings.loca.yaml does not exist (settings-environment)
        Did you mean local? Environments here: local.

1 error
`);
  });

  test('a project without settings', async () => {
    const folder = join(project.folder, 'without-settings');
    mkdirSync(folder, { recursive: true });
    cpSync(join(project.folder, 'flowcdk.config.ts'), join(folder, 'flowcdk.config.ts'));
    const { code, err } = await flowcdk(['synth'], { cwd: folder });

    expect(code).toBe(1);
    expect(err).toMatch(/^ {2}error there is no settings\.yaml \(settings-file\)\n/);
  });

  test('a folder of no project', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'flowcdk-empty-'));
    const { code, err } = await flowcdk(['synth'], { cwd: folder });
    rmSync(folder, { recursive: true });

    expect(code).toBe(2);
    expect(err).toMatch(
      /^ {2}error there is no flowcdk\.config\.ts in .* or in a folder above it \(application-missing\)\n/,
    );
    expect(err).toContain('"flowcdk init my-line"');
  });

  test('a call to a running org from a folder of no project, without a number', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'flowcdk-empty-'));
    const { code, err } = await flowcdk(['call', '--org', 'http://127.0.0.1:8083', '--press', '1'], { cwd: folder });
    rmSync(folder, { recursive: true });

    expect([code, err]).toEqual([2, expect.stringContaining('Name one with --to.')]);
  });

  test('--json tells programs the same', async () => {
    const { code, out, err } = await flowcdk(['synth', '--env', 'loca', '--json'], inProject);

    expect([code, err]).toEqual([2, '']);
    expect(JSON.parse(out)).toEqual({
      findings: [
        {
          rule: 'settings-environment',
          severity: 'error',
          message: 'there is no environment "loca": the file settings.loca.yaml does not exist',
          help: 'Did you mean local? Environments here: local.',
        },
      ],
    });
  });
});

describe('the output folder', () => {
  test('is a file', async () => {
    expect(await complaint(['synth', '--out', 'settings.yaml'], {}, 2))
      .toBe(`  error settings.yaml is a file, not a folder (output-folder)
        Name a folder that is there or can be made: --out DIR.

1 error
`);
  });

  test('cannot be made', async () => {
    expect(await complaint(['synth', '--out', 'settings.yaml/out'], {}, 2))
      .toBe(`  error cannot write to settings.yaml/out: ENOTDIR: not a directory (output-folder)
        Name a folder you may write to: --out DIR.

1 error
`);
  });

  test('holds things of others, which stay', async () => {
    mkdirSync(join(project.folder, 'shared'), { recursive: true });
    writeFileSync(join(project.folder, 'shared/notes.txt'), 'mine');
    const { code } = await flowcdk(['synth', '--out', 'shared'], inProject);

    expect(code).toBe(0);
    expect(filesIn(join(project.folder, 'shared'))).toMatchObject({ 'notes.txt': 'mine' });
  });
});

describe('definitions', () => {
  test.each([['synth'], ['start']])(
    'that break a rule: all of them are told, with their lines: %s',
    async (command) => {
      const real = line.supportLineClosed;
      jest.spyOn(line, 'supportLineClosed').mockImplementation((options) => real({ ...options, name: '' }));
      const said = await complaint([command]);

      expect(
        said.match(/^\S*flows\/support-line-closed\.ts:\d+:\d+\n {2}error .*$/gm)?.map((text) => text.split('\n')[1]),
      ).toEqual([
        '  error a flow has no name (flow-name)',
        '  error a flow has no name (flow-name)',
        '  error there are two definitions of the flow "" (name-taken)',
      ]);
      expect(said).toMatch(/\n3 errors\n$/);
    },
  );

  test.each([['synth'], ['list'], ['start']])('that throw are told with the line that threw: %s', async (command) => {
    jest.spyOn(line, 'supportLineClosed').mockImplementation(() => {
      throw new TypeError('Cannot read properties of undefined (reading "x")');
    });

    expect(await complaint([command])).toMatch(
      /something-wrong\.test\.ts:\d+:\d+\n {2}error TypeError: Cannot read properties of undefined \(reading "x"\) \(code-threw\)\n {8}This line, or something it calls, failed while the definitions were made\. FLOWCDK_DEBUG=1 shows the whole way there\.\n\n1 error\n$/,
    );
  });

  test('that throw show the whole way there to whoever asks', async () => {
    jest.spyOn(line, 'supportLineClosed').mockImplementation(() => {
      throw new TypeError('oh');
    });
    const { code, err } = await flowcdk(['list'], { ...inProject, env: { FLOWCDK_DEBUG: '1' } });

    expect(code).toBe(1);
    expect(err).toMatch(/^TypeError: oh\n {4}at /);
  });
});
