import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { basename, join } from 'node:path';
import ts from 'typescript';
import { filesIn } from '../constructs/private/stack';
import { build, built, projectFolder, root, type Said } from './private/run';

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
    [1, ['list', '--env', 'nowhere'], 'there is no environment "nowhere"'],
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
    const main = join(root, 'dist/src/cli/main.js');
    const { status, stdout, stderr } = spawnSync('bash', ['-o', 'pipefail', '-c', line], {
      cwd: project.folder,
      encoding: 'utf8',
      env: { ...process.env, flowcdk: `${process.execPath} ${main}` },
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
  const file = 'src/main.js';

  test('writes the same stacks', () => {
    built(['synth', '--out', 'own'], inProject);
    const { code, err } = built([], { ...inProject, file, env: { CDKTF_OUTDIR: out('cdktf') } });

    expect([code, err]).toEqual([0, '']);
    expect({ ...filesIn(out('cdktf')), 'flowcdk.json': expect.any(String) }).toEqual(filesIn(out('own')));
  });

  test('refuses what the command line refuses, and writes nothing', () => {
    const env = { FLOWCDK_ENV: 'nowhere', CDKTF_OUTDIR: out('refused') };
    const { code, out: said, err } = built([], { ...inProject, file, env });

    expect([code, said]).toEqual([1, '']);
    expect(err).toBe(
      'there is no environment "nowhere": the file settings.nowhere.yaml does not exist\n    Environments here: local.\n',
    );
    expect(() => filesIn(out('refused'))).toThrow('ENOENT');
  });
});

/** A project of somebody else: our three folders, the library under its name, and a stack. */
describe("the three folders in somebody's own project", () => {
  const folder = join(project.folder, 'own-project');
  const library = join(folder, 'node_modules/flowcdk');
  let undeclared: readonly string[] | undefined;

  beforeAll(() => {
    for (const name of ['flows', 'data-actions', 'triggers'])
      cpSync(join(root, name), join(folder, name), { recursive: true });
    mkdirSync(join(library, 'dist'), { recursive: true });
    cpSync(join(root, 'package.json'), join(library, 'package.json'));
    symlinkSync(join(root, 'dist/src'), join(library, 'dist/src'));
    undeclared = messages(writeDeclarations(join(library, 'dist/types')));
    writeFileSync(join(folder, 'stack.ts'), stack);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('find everything declared that the package exports', () => {
    const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly exports: object };
    const { files } = ts.parseConfigFileTextToJson('', readFileSync(join(root, 'tsconfig.build.json'), 'utf8'))
      .config as { readonly files: readonly string[] };
    const declared = Object.values(exports).flatMap((one: string | { readonly types: string }) =>
      typeof one === 'string' ? [] : [one.types],
    );

    expect(undeclared).toEqual([]);
    expect(declared).toEqual(files.map((file) => `./dist/types/${file.replace(/ts$/, 'd.ts')}`));
    expect(declared.filter((file) => !existsSync(join(library, file)))).toEqual([]);
  });

  test('have every name in ECMAScript modules too', () => {
    const file = join(folder, 'names.mjs');
    writeFileSync(file, namesMissingInModules);
    const { code, out: said, err } = runOwn(file, folder);

    expect([code, err]).toEqual([0, '']);
    expect(JSON.parse(said)).toEqual({ flowcdk: [], constructs: [], provider: [], testing: [] });
  });

  test('are told where matchers cannot be added', () => {
    const file = join(folder, 'matchers.js');
    writeFileSync(file, "require('flowcdk/testing/jest');");
    const { code, err } = runOwn(file, folder);

    expect(code).toBe(1);
    expect(err).toContain("KitProblem: there is no global 'expect' to add matchers to");
  });

  test('a test of a flow knows the types of the testing kit', () => {
    const kit = join(folder, 'kit.ts');
    writeFileSync(kit, `import { localOrg, respondsWith } from 'flowcdk/testing';\n${kitMistake}`);
    const program = ts.createProgram([kit], { ...ownOptions, noEmit: true });

    expect(messages(ts.getPreEmitDiagnostics(program))).toEqual([
      "kit.ts: Argument of type 'number' is not assignable to parameter of type 'string'.",
    ]);
  });

  test('compile against what the package declares, and not with a mistake in them', () => {
    const mistake = join(folder, 'mistake.ts');
    writeFileSync(
      mistake,
      `import { beta } from './data-actions/find-in-beta';\nexport const name: number = beta.name;\n`,
    );
    const program = ts.createProgram([join(folder, 'stack.ts'), mistake], { ...ownOptions, noEmit: true });

    expect(messages(ts.getPreEmitDiagnostics(program))).toEqual([
      "mistake.ts: Type 'string' is not assignable to type 'number'.",
    ]);
    expect(program.getSourceFiles().filter(({ fileName }) => fileName.startsWith(join(root, 'src')))).toEqual([]);
  });

  test('become Terraform', () => {
    compile(folder);
    const { code, err } = runOwn(join(folder, 'built/stack.js'), folder);

    expect([code, err]).toEqual([0, '']);
    expect(Object.keys(filesIn(join(folder, 'cdktf.out/stacks')))).toEqual([
      'end-of-call/cdk.tf.json',
      'end-of-call/flows/report-finished-call.workflow.yaml',
    ]);
  });
});

const stack = `import { minutes, seconds } from 'flowcdk';
import { OrganizationStack, synthesize } from 'flowcdk/constructs';
import { backOffice, postFinishedCall } from './data-actions/post-finished-call';
import { launchIdentification } from './data-actions/launch-identification';
import { asDigits, identifyCaller } from './flows/identify-caller';
import { reportFinishedCall } from './flows/report-finished-call';
import { supportLine } from './flows/support-line';
import { callFinished } from './triggers/call-finished';

const post = postFinishedCall({ url: 'https://backoffice.example/calls', timeout: 5 });
const report = reportFinishedCall({ post, timeout: seconds(6), attempts: 3, retryEvery: minutes(1) });
const { findings } = synthesize((app) => [
  new OrganizationStack(app, 'end-of-call', {
    organization: { region: 'eu-central-1' },
    definitions: [backOffice, post, report, callFinished(report)],
  }),
]);
if (findings) throw new Error(JSON.stringify(findings));
export { asDigits, identifyCaller, launchIdentification, supportLine };
`;

/** What `require` gives and `import { … }` cannot name. */
const namesMissingInModules = `import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
const missing = {};
for (const name of ['flowcdk', 'flowcdk/constructs', 'flowcdk/provider', 'flowcdk/testing']) {
  const named = await import(name);
  missing[name.replace('flowcdk/', '')] = Object.keys(require(name)).filter((key) => !(key in named));
}
console.log(JSON.stringify(missing));
`;

const kitMistake = `void localOrg('cdktf.out', { services: { shop: respondsWith({}) } }).then((org) => org.service(7));`;

const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile) as {
  config: { compilerOptions: object };
};
const strict: ts.CompilerOptions = {
  ...ts.convertCompilerOptionsFromJson(config.compilerOptions, root).options,
  paths: {},
};
const ownOptions: ts.CompilerOptions = {
  ...strict,
  rootDir: project.folder,
  types: ['node'],
  typeRoots: [join(root, 'node_modules/@types')],
};

/** What the package declares, as it is published beside its JavaScript; tells what could not be declared. */
function writeDeclarations(outDir: string): readonly ts.Diagnostic[] {
  const config = ts.getParsedCommandLineOfConfigFile(
    join(root, 'tsconfig.build.json'),
    {},
    { ...ts.sys, onUnRecoverableConfigFileDiagnostic: fail },
  );
  // Whether the library itself is well typed is what `npm run typecheck` tells.
  const program = ts.createProgram(config?.fileNames ?? [], { ...config?.options, outDir, noCheck: true });
  return program.emit().diagnostics;
}

function fail({ messageText }: ts.Diagnostic): never {
  throw new Error(ts.flattenDiagnosticMessageText(messageText, '\n'));
}

const messages = (diagnostics: readonly ts.Diagnostic[]): string[] =>
  diagnostics.map(
    ({ file, messageText }) =>
      `${basename(file?.fileName ?? '')}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`,
  );

/** Turns the project into JavaScript, file by file. */
function compile(folder: string): void {
  const sources = Object.keys(filesIn(folder)).filter(
    (name) => name.endsWith('.ts') && !name.startsWith('node_modules'),
  );
  for (const name of sources) {
    const { outputText } = ts.transpileModule(readFileSync(join(folder, name), 'utf8'), { compilerOptions: strict });
    const target = join(folder, 'built', name.replace(/\.ts$/, '.js'));
    mkdirSync(join(target, '..'), { recursive: true });
    writeFileSync(target, outputText);
  }
}

const runOwn = (file: string, cwd: string) => built([], { cwd, file: relativeToDist(file) });
const relativeToDist = (file: string): string => join('../'.repeat(20), file);
