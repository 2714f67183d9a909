import fs, {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { run } from '../../src/cli/main';

const UNTIDY = "workflow: {states: [], name: 'A'}\n";
const TIDY = 'workflow:\n  name: A\n  states: []\n';
const BROKEN = 'workflow:\n\tname: A\n';

const home = process.cwd();
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'flowcdk-format-'));
  process.chdir(folder);
  writeFileSync('untidy.yaml', UNTIDY);
  writeFileSync('tidy.yaml', TIDY);
  writeFileSync('broken.yaml', BROKEN);
});

afterEach(() => {
  process.chdir(home);
  rmSync(folder, { recursive: true });
  jest.restoreAllMocks();
  process.exitCode = 0;
});

const read = (file: string): string => readFileSync(file, 'utf8');

/** A command line, with what it says. */
async function flowcdk(line: string, stdin?: string): Promise<{ exit: number; out: string; err: string }> {
  let [out, err] = ['', ''];
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => ((out += String(text)), true));
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => ((err += String(text)), true));
  if (stdin !== undefined) jest.spyOn(process, 'stdin', 'get').mockReturnValue(input(stdin));
  const exit = await run(line.split(' ').slice(1));
  return { exit, out, err };
}

const input = (text: string): typeof process.stdin =>
  Readable.from([Buffer.from(text)]) as unknown as typeof process.stdin;

describe('flowcdk format FILES', () => {
  test('writes what changes and names it', async () => {
    const { exit, out, err } = await flowcdk('flowcdk format untidy.yaml tidy.yaml');

    expect({ exit, out, err }).toEqual({
      exit: 0,
      out: 'untidy.yaml\n',
      err: '1 file formatted, 1 file unchanged\n',
    });
    expect(read('untidy.yaml')).toBe(TIDY);
  });

  test('tells what it cannot read, leaves it, and formats the others', async () => {
    const { exit, out, err } = await flowcdk('flowcdk format broken.yaml untidy.yaml');

    expect({ exit, out }).toEqual({ exit: 1, out: 'untidy.yaml\n' });
    expect(err).toContain('broken.yaml:2:1\n  error A tab stands where the indentation is.');
    expect(read('broken.yaml')).toBe(BROKEN);
  });

  test('does not touch a file that is as it should be', async () => {
    const before = statSync('tidy.yaml');
    await flowcdk('flowcdk format tidy.yaml');

    expect([statSync('tidy.yaml').mtimeMs, statSync('tidy.yaml').ino]).toEqual([before.mtimeMs, before.ino]);
  });

  test('keeps the permissions and leaves nothing else behind', async () => {
    chmodSync('untidy.yaml', 0o640);
    await flowcdk('flowcdk format untidy.yaml');

    expect(statSync('untidy.yaml').mode & 0o777).toBe(0o640);
    expect(readdirSync('.').sort()).toEqual(['broken.yaml', 'tidy.yaml', 'untidy.yaml']);
  });

  test('follows a link and lets it be one', async () => {
    mkdirSync('elsewhere');
    symlinkSync('../untidy.yaml', 'elsewhere/link.yaml');
    await flowcdk('flowcdk format elsewhere/link.yaml');

    expect(lstatSync('elsewhere/link.yaml').isSymbolicLink()).toBe(true);
    expect(read('untidy.yaml')).toBe(TIDY);
  });

  test.each([
    ['a file that is not there', 2, 'none.yaml', 'none.yaml cannot be read: there is no such file'],
    ['a folder without flows', 2, 'empty', 'empty cannot be read: no flow lies in this folder'],
    ['what is not UTF-8', 1, 'latin.yaml', 'latin.yaml cannot be read: it is not UTF-8'],
    ['a link that leads nowhere', 2, 'lost.yaml', 'lost.yaml cannot be read: there is no such file'],
  ])('tells %s', async (_, code, file, message) => {
    writeFileSync('latin.yaml', Buffer.from('workflow:\n  name: Caf\xe9\n', 'latin1'));
    symlinkSync('nowhere.yaml', 'lost.yaml');
    mkdirSync('empty');
    const { exit, err } = await flowcdk(`flowcdk format ${file}`);

    expect(exit).toBe(code);
    expect(err).toContain(message);
  });

  test('the text stays whole when it cannot be written', async () => {
    jest.spyOn(fs, 'fsyncSync').mockImplementation(() => {
      throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
    });
    const { exit, err } = await flowcdk('flowcdk format untidy.yaml');

    expect(exit).toBe(1);
    expect(err).toContain('untidy.yaml cannot be written: the disk is full');
    expect(read('untidy.yaml')).toBe(UNTIDY);
    expect(readdirSync('.').sort()).toEqual(['broken.yaml', 'tidy.yaml', 'untidy.yaml']);
  });

  test('without files is wrong use', async () => {
    const { exit, err } = await flowcdk('flowcdk format');

    expect(exit).toBe(2);
    expect(err).toContain('name the files to format, or - for standard input');
  });
});

describe('flowcdk format --check', () => {
  test('lists what would change and writes nothing', async () => {
    const { exit, out, err } = await flowcdk('flowcdk format --check untidy.yaml tidy.yaml');

    expect({ exit, out, err }).toEqual({
      exit: 1,
      out: 'untidy.yaml\n',
      err: '1 file would change, 1 file unchanged\n',
    });
    expect(read('untidy.yaml')).toBe(UNTIDY);
  });

  test('is content when nothing would change', async () => {
    expect(await flowcdk('flowcdk format --check tidy.yaml')).toEqual({ exit: 0, out: '', err: '1 file unchanged\n' });
  });

  test('with --stdout is wrong use', async () => {
    expect((await flowcdk('flowcdk format --check --stdout tidy.yaml')).exit).toBe(2);
  });
});

describe('flowcdk format --stdout', () => {
  test('prints the text and writes nothing', async () => {
    expect(await flowcdk('flowcdk format --stdout untidy.yaml')).toEqual({ exit: 0, out: TIDY, err: '' });
    expect(read('untidy.yaml')).toBe(UNTIDY);
  });

  test('prints what is as it should be as well', async () => {
    expect((await flowcdk('flowcdk format --stdout tidy.yaml')).out).toBe(TIDY);
  });
});

describe('flowcdk format -', () => {
  test('reads standard input and prints', async () => {
    expect(await flowcdk('flowcdk format -', UNTIDY)).toEqual({ exit: 0, out: TIDY, err: '' });
  });

  test('tells what is wrong with it', async () => {
    const { exit, out, err } = await flowcdk('flowcdk format -', BROKEN);

    expect({ exit, out }).toEqual({ exit: 1, out: '' });
    expect(err).toContain('stdin:2:1');
  });

  test('may be checked', async () => {
    expect(await flowcdk('flowcdk format --check -', UNTIDY)).toMatchObject({ exit: 1, out: '-\n' });
  });
});

describe('flowcdk format --json', () => {
  test('tells what came of each file, and all that was found', async () => {
    const { exit, out } = await flowcdk('flowcdk format --json untidy.yaml tidy.yaml broken.yaml');

    expect(exit).toBe(1);
    expect(JSON.parse(out)).toEqual({
      files: [
        { file: 'untidy.yaml', result: 'formatted' },
        { file: 'tidy.yaml', result: 'unchanged' },
        { file: 'broken.yaml', result: 'refused' },
      ],
      findings: [
        {
          rule: 'yaml',
          severity: 'error',
          message: expect.stringContaining('A tab') as unknown,
          at: { file: 'broken.yaml', line: 2, column: 1 },
        },
      ],
    });
  });

  test('holds the texts where they would be printed', async () => {
    expect(JSON.parse((await flowcdk('flowcdk format --json --stdout untidy.yaml')).out)).toEqual({
      files: [{ file: 'untidy.yaml', result: 'formatted', text: TIDY }],
      findings: [],
    });
  });

  test('with --check tells what would change', async () => {
    expect(JSON.parse((await flowcdk('flowcdk format --json --check untidy.yaml')).out)).toEqual({
      files: [{ file: 'untidy.yaml', result: 'wouldChange' }],
      findings: [],
    });
  });
});
