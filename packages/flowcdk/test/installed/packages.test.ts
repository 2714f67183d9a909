import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describeInstalled, inWork, JEST, node, read, run, TSC } from './private/installed';

jest.setTimeout(600_000);

const names = ['flowcdk', '@flowcdk/provider-genesyscloud', '@flowcdk/data-action-engines'];
/** The application in the box, in the hands of somebody else. */
const project = 'caller-identification';

interface Manifest {
  readonly exports: Readonly<Record<string, string>>;
}

/** What a package exports, path by path. A pattern stands for each file beside the entry. */
function exportsOf(name: string): Readonly<Record<string, string>> {
  const { exports } = JSON.parse(read('first/node_modules', name, 'package.json')) as Manifest;
  const files = readdirSync(inWork('first/node_modules', name, 'dist')).filter((file) => file.endsWith('.js'));
  const modules = files.map((file) => file.replace(/\.js$/, ''));
  return Object.fromEntries(
    Object.entries(exports).flatMap(([path, file]) =>
      path.includes('*')
        ? modules.map((module) => [path.replace('*', module), file.replace('*', module)])
        : [[path, file]],
    ),
  );
}

/** What can be imported of a package that is code of the library. */
const entries = (name: string): readonly string[] =>
  Object.entries(exportsOf(name)).flatMap(([path, file]) =>
    file.startsWith('./dist/') && !/jest|coverage/.test(path) ? [`${name}${path.slice(1)}`] : [],
  );

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => statSync(join(folder, path)).isFile());

/** Writes a file into the project for as long as it is looked at. */
function withFile<T>(path: string, text: string, look: () => T): T {
  const file = inWork(project, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  try {
    return look();
  } finally {
    rmSync(file);
  }
}

describeInstalled.each(names)('the package %s', (name) => {
  const folder = () => inWork('first/node_modules', name);

  test('is what is needed to use it, and nothing else', () => {
    const files = filesIn(folder()).filter((path) => !/^(templates|node_modules)/.test(path));
    const others = files.filter(
      (path) =>
        !/^(dist\/.*\.(js|d\.ts)|bin\/[\w-]+\.cjs|pages\/[\w-]+\.(js|css)|typescript\/[\w-]+(\.d)?\.c[jt]s)$/.test(
          path,
        ),
    );

    expect(others.sort()).toEqual(['LICENSE', 'README.md', 'package.json']);
  });

  test('has declarations beside all of its JavaScript', () => {
    const scripts = filesIn(join(folder(), 'dist')).filter((path) => path.endsWith('.js'));

    expect(scripts.filter((path) => !existsSync(join(folder(), 'dist', path.replace(/js$/, 'd.ts'))))).toEqual([]);
    expect(scripts.length).toBeGreaterThan(10);
  });

  test('has what it exports', () => {
    expect(Object.values(exportsOf(name)).filter((file) => !existsSync(join(folder(), file)))).toEqual([]);
  });

  test('has links in its README that lead somewhere', () => {
    const links = [...read('first/node_modules', name, 'README.md').matchAll(/\]\((?!https?:)([^)#]+)/g)];

    expect(links.map(([, path = '']) => path).filter((path) => !existsSync(join(folder(), path)))).toEqual([]);
  });

  test('has every name in ECMAScript modules too', () => {
    const script = `import { createRequire } from 'node:module';
      const require = createRequire(import.meta.url);
      const missing = [];
      for (const name of ${JSON.stringify(entries(name))}) {
        const named = await import(name);
        missing.push(...Object.keys(require(name)).filter((key) => !(key in named)).map((key) => name + ' ' + key));
      }
      console.log(JSON.stringify(missing));`;
    const { code, out, err } = withFile('names.mjs', script, () => node(['names.mjs'], project));

    expect([code, err]).toEqual([0, '']);
    expect(JSON.parse(out)).toEqual([]);
  });

  test.each(['publint@0.3', '@arethetypeswrong/cli@0.18'])('is clean for %s', (tool) => {
    const tarball = `../tarballs/${name.replace('@', '').replace('/', '-')}-0.1.0.tgz`;
    const options = tool.startsWith('publint') ? ['--strict'] : ['--profile', 'node16'];
    const { code, out, err } = run('npx', ['--yes', '--prefer-offline', tool, tarball, ...options], inWork('first'));

    expect([code, code === 0 ? '' : `${out}${err}`]).toEqual([0, '']);
  });
});

describeInstalled("somebody's own project", () => {
  test('is told where matchers cannot be added', () => {
    const { code, err } = node(['--eval', "require('flowcdk/testing/jest')"], project);

    expect(code).toBe(1);
    expect(err).toContain("KitProblem: there is no global 'expect' to add matchers to");
  });

  test('compiles against what the packages declare, and not with a mistake in it', () => {
    const kit = `import { localOrg, respondsWith } from 'flowcdk/testing';
void localOrg('cdktf.out', { services: { shop: respondsWith({}) } }).then((org) => org.service(7));\n`;
    const mistake = `import { beta } from './data-actions/find-in-beta';\nexport const name: number = beta.name;\n`;
    const { out } = withFile('test/kit.ts', kit, () =>
      withFile('mistake.ts', mistake, () => withFile('own.ts', ownStack, () => node([TSC, '--noEmit'], project))),
    );

    expect(out.trim().split('\n')).toEqual([
      "mistake.ts(2,14): error TS2322: Type 'string' is not assignable to type 'number'.",
      "test/kit.ts(2,96): error TS2345: Argument of type 'number' is not assignable to parameter of type 'string'.",
    ]);
  });

  test('has a test and the configuration hold the same objects', () => {
    const test = `import { FlowcdkError } from 'flowcdk';
import { loadApplication } from 'flowcdk/application';
import * as settings from 'flowcdk/settings';
import { backOffice } from '../data-actions/post-finished-call';
import { settingsSchema } from '../src/settings';
import application from '../flowcdk.config';

test('the same', async () => {
  const loaded = await loadApplication();
  expect(loaded.application).toBe(application);
  expect(application.settings).toBe(settingsSchema);
  const { settings: all } = settings.loadSettings(settingsSchema, {});
  const definitions = application.stacks(all!).flatMap((stack) => stack.definitions);
  expect(definitions.filter((definition) => definition === backOffice)).toHaveLength(1);
  expect(() => settings.settings({ provider: settingsSchema.schema } as never)).toThrow(FlowcdkError);
});\n`;
    const { code, err } = withFile('test/same.test.ts', test, () => node([JEST, 'test/same.test.ts'], project));

    expect([code, code === 0 ? '' : err]).toEqual([0, '']);
  });

  test('has the library in memory once, in a test and in a command', () => {
    const count = `
      const files = Object.keys(require.cache).filter((file) => /flowcdk.dist.ground.finding\\.js$/.test(file));
      console.log(files.length);`;
    const script = `require('flowcdk'); require('flowcdk/settings');
      require('flowcdk/application').loadApplication().then(({ application }) => {
        if (!application) throw new Error('it cannot be loaded');${count}
      });`;
    const { out, err } = node(['--eval', script], project);

    expect([out, err]).toEqual(['1\n', '']);
  });

  test('deploys definitions of its own, with constructs', () => {
    const { out, err } = withFile('own.ts', ownStack, () => node(['--require', 'flowcdk/register', 'own.ts'], project));

    expect([out.trim().split('\n'), err]).toEqual([
      [
        'manifest.json',
        'stacks/end-of-call/cdk.tf.json',
        'stacks/end-of-call/flows/report-finished-call.workflow.yaml',
      ],
      '',
    ]);
  });
});

/** A stack of somebody's own, of definitions that the application has. */
const ownStack = `import { seconds, minutes } from 'flowcdk';
import { OrganizationStack, synthesize } from 'flowcdk/constructs';
import { backOffice, postFinishedCall } from './data-actions/post-finished-call';
import { reportFinishedCall } from './flows/report-finished-call';
import { callFinished } from './triggers/call-finished';

const post = postFinishedCall({ url: 'https://backoffice.example/customers/supportResult', timeout: seconds(5) });
const report = reportFinishedCall({ post, timeout: seconds(6), attempts: 3, retryEvery: minutes(1) });
const { files, findings } = synthesize(
  (app) => [
    new OrganizationStack(app, 'end-of-call', {
      organization: { region: 'eu-central-1' },
      definitions: [backOffice, post, report, callFinished({ target: report })],
    }),
  ],
  { outdir: 'own.out' },
);
if (findings) throw new Error(JSON.stringify(findings));
console.log(files.map(({ path }) => path).sort().join('\\n'));\n`;

test.each(names)('%s has the license of the project', (name) => {
  const folder = name.replace('@flowcdk/', '');
  const { license } = JSON.parse(
    readFileSync(join(__dirname, '../../../..', 'packages', folder, 'package.json'), 'utf8'),
  ) as { readonly license: string };

  expect(license).toBe('MIT');
});
