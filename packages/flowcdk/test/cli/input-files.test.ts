import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { inputFiles } from '../../src/cli/input-files';
import { flowcdk } from './private/run';

const folder = mkdtempSync(join(tmpdir(), 'flowcdk-input-'));
const before = process.cwd();
afterAll(() => {
  process.chdir(before);
  rmSync(folder, { recursive: true });
});

function write(name: string, text: string): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
}

const flow = 'workflow:\n  name: A\n  states: []\n';

beforeAll(() => {
  process.chdir(folder);
  for (const name of ['b.yaml', 'a.yaml', 'below/c.yaml', 'node_modules/x/d.yaml', '[e].yaml']) write(name, flow);
  write('notes.txt', 'mine');
  write('wrong.yml', 'workflow:\n  name: A\n  staets: []\n');
});

const fromStandardInput = (text: string): void => {
  const stdin = Readable.from([Buffer.from(text)]) as unknown as typeof process.stdin;
  jest.spyOn(process, 'stdin', 'get').mockReturnValue(stdin);
};

afterEach(() => jest.restoreAllMocks());

describe('names of files', () => {
  test.each<[what: string, names: readonly string[], files: readonly string[]]>([
    ['a name', ['b.yaml'], ['b.yaml']],
    ['several, each once', ['b.yaml', 'a.yaml', 'b.yaml'], ['b.yaml', 'a.yaml']],
    ['a pattern, in the order of the names', ['*.yaml'], ['[e].yaml', 'a.yaml', 'b.yaml']],
    [
      'a pattern for folders below, without those of packages',
      ['**/*.yaml'],
      ['[e].yaml', 'a.yaml', 'b.yaml', 'below/c.yaml'],
    ],
    ['a choice', ['{a,b}.yaml'], ['a.yaml', 'b.yaml']],
    ['a name and a pattern', ['b.yaml', '[ab].yaml'], ['b.yaml', 'a.yaml']],
    ['a file whose name looks like a pattern', ['[e].yaml'], ['[e].yaml']],
    ['a pattern that fits nothing', ['*.json'], ['*.json']],
    ['a file that is not there', ['x.yaml'], ['x.yaml']],
    ['standard input', ['-'], ['-']],
  ])('%s', (_, names, files) => {
    expect(inputFiles(names)).toEqual(files);
  });

  test.each(['check', 'format'])('flowcdk %s expands them itself', async (command) => {
    const { out } = await flowcdk([command, '{a,b}.yaml', '--json'], { cwd: folder });
    const { files, summary } = JSON.parse(out) as { readonly files?: readonly object[]; readonly summary?: object };

    expect(files?.length ?? summary).toEqual(command === 'check' ? expect.objectContaining({ files: 2 }) : 2);
  });
});

describe('standard input', () => {
  test('is checked, and findings name it', async () => {
    fromStandardInput('workflow:\n  name: A\n  staets: []\n');
    const { code, out } = await flowcdk(['check', '-'], { cwd: folder });

    expect(code).toBe(1);
    expect(out).toMatch(/^stdin\n {2}3:3 {5}error {2}.*staets/);
  });

  test('is checked beside files', async () => {
    fromStandardInput(flow);
    const { out } = await flowcdk(['check', '-', 'a.yaml', '--json'], { cwd: folder });

    expect(JSON.parse(out)).toMatchObject({ summary: { files: 2 } });
  });

  test('is formatted to standard output', async () => {
    fromStandardInput("workflow: {states: [], name: 'A'}\n");

    expect((await flowcdk(['format', '-'], { cwd: folder })).out).toBe(flow);
  });
});

describe('--substitutions', () => {
  beforeAll(() => {
    write('placeholder.yaml', 'workflow:\n  name: "{{name}}"\n  staets: {{states}}\n  states: []\n');
    write('values.yaml', 'name: A\nstates: 3\nother: x\n');
    write('values.json', '{ "name": "A" }');
  });

  const rules = async (...args: readonly string[]): Promise<readonly string[]> => {
    const { out } = await flowcdk(['check', 'placeholder.yaml', ...args, '--json'], { cwd: folder });
    return (JSON.parse(out) as { findings: { rule: string; message: string }[] }).findings.map(
      ({ rule, message }) => `${rule}: ${message}`,
    );
  };

  test('without it, placeholders have no value', async () => {
    expect(await rules()).toContainEqual(expect.stringMatching(/^unresolved-placeholder: .*name, states/));
  });

  test('fills them in before the text is read', async () => {
    const all = await rules('--substitutions', 'values.yaml');

    expect(all.filter((text) => text.startsWith('unresolved-placeholder'))).toEqual([]);
    expect(all).toContainEqual(expect.stringMatching(/^unknown-key: .*staets/));
  });

  test('what it does not name stays', async () => {
    expect(await rules('--substitutions', 'values.json')).toContainEqual(
      expect.stringMatching(/^unresolved-placeholder: .*: states$/),
    );
  });
});

describe('--max-findings', () => {
  beforeAll(() => write('many.yaml', `${flow}${Array.from({ length: 150 }, (_, i) => `  key${i}: 1\n`).join('')}`));

  const listed = async (...args: readonly string[]): Promise<{ keys: number; more: unknown; errors: unknown }> => {
    const { out } = await flowcdk(['check', 'many.yaml', ...args, '--json'], { cwd: folder });
    const { findings, more, summary } = JSON.parse(out) as {
      readonly findings: { readonly rule: string }[];
      readonly more?: unknown;
      readonly summary: { readonly errors: number };
    };
    return { keys: findings.filter(({ rule }) => rule === 'unknown-key').length, more, errors: summary.errors };
  };

  test.each<[readonly string[], number, number]>([
    [[], 100, 50],
    [['--max-findings', '20'], 20, 130],
  ])('%j lists so many of a rule and counts the others', async (args, keys, count) => {
    expect(await listed(...args)).toMatchObject({
      keys,
      more: [{ rule: 'unknown-key', severity: 'error', file: 'many.yaml', count }],
      errors: 150,
    });
  });

  test('all lists every one', async () => {
    expect(await listed('--max-findings', 'all')).toMatchObject({ keys: 150, more: undefined });
  });
});
