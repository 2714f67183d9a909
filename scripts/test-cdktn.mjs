// Type check and tests with cdktn, CDKTF's living successor, in its place. It is fetched on demand into a cache folder,
// so that the project does not depend on it. Arguments go to jest; without any, the tests that synthesize run. Without the npm registry nothing is claimed: "not run".
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const WANTED = 'cdktn@0.24';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const cache = join(root, 'node_modules/.cache/flowcdk/cdktn');
const installed = join(cache, 'node_modules/cdktn');
// There may be only one of these, or nothing would be an instance of anything.
const constructs = join(root, 'node_modules/constructs');

/** The reason why it cannot be had; undefined where it can. */
function fetchCdktn() {
  const marker = join(cache, 'wanted');
  if (existsSync(marker) && readFileSync(marker, 'utf8') === WANTED && existsSync(installed)) return undefined;
  mkdirSync(cache, { recursive: true });
  writeFileSync(join(cache, 'package.json'), '{ "private": true }\n');
  // Without peers: constructs is the project's own.
  const options = [
    '--ignore-scripts',
    '--legacy-peer-deps',
    '--no-audit',
    '--no-fund',
    '--no-package-lock',
    '--loglevel=error',
  ];
  const { status, stderr, error } = spawnSync('npm', ['install', '--prefix', cache, ...options, WANTED], {
    cwd: cache,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status !== 0) return error?.message ?? /npm error (?:code )?(.*)/.exec(stderr)?.[1] ?? `npm ended with ${status}`;
  writeFileSync(marker, WANTED);
  return undefined;
}

/** What comes near CDKTF; the rest of the tests would only run twice. */
const synthesizing = [
  ...['cli', 'constructs', 'docs', 'routing', 'testing'].map((folder) => `packages/flowcdk/test/${folder}/`),
  'packages/provider-genesyscloud/test/',
  ...['flows', 'stacks'].map((folder) => `<rootDir>/test/${folder}/`),
];

const reason = fetchCdktn();
if (reason) {
  console.log(`not run: npm could not fetch ${WANTED} (${reason})`);
  console.log('This counts neither as passed nor as failed.');
} else {
  const { version } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
  console.log(`cdktn ${version} in place of cdktf`);
  writeFileSync(join(cache, 'tsconfig.json'), tsConfig());
  writeFileSync(join(cache, 'jest.config.cjs'), jestConfig());
  const typed = run('typescript/bin/tsc', '--project', join(cache, 'tsconfig.json'));
  const tested = run('jest/bin/jest.js', '--config', join(cache, 'jest.config.cjs'), ...testFolders());
  process.exitCode = typed && tested ? 0 : 1;
}

function testFolders() {
  const folders = process.argv.slice(2);
  return folders.length > 0 ? folders : synthesizing.map((folder) => folder.replace('<rootDir>', root));
}

function run(script, ...args) {
  const command = [join(root, 'node_modules', script), ...args];
  return spawnSync(process.execPath, command, { cwd: root, stdio: 'inherit' }).status === 0;
}

/** The project's own configuration with other modules behind two names. */
function jestConfig() {
  const mapped = { '^cdktf$': installed, '^constructs$': constructs };
  return `const config = require(${JSON.stringify(join(root, 'jest.config.js'))});
const moduleNameMapper = { ...config.moduleNameMapper, ...${JSON.stringify(mapped)} };
module.exports = { ...config, rootDir: ${JSON.stringify(root)}, moduleNameMapper };
`;
}

/** The library and what is built on it; `npm test` has looked at the types of the tests. */
function tsConfig() {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile);
  const own = Object.entries(config.compilerOptions.paths).map(([name, files]) => [
    name,
    files.map((file) => join(root, file)),
  ]);
  const paths = { ...Object.fromEntries(own), cdktf: [installed], constructs: [constructs] };
  return JSON.stringify({
    extends: join(root, 'tsconfig.json'),
    compilerOptions: {
      noEmit: true,
      rootDir: root,
      types: ['node'],
      typeRoots: [join(root, 'node_modules/@types')],
      paths,
    },
    include: [
      join(root, 'src'),
      ...['flowcdk', 'provider-genesyscloud'].map((name) => join(root, 'packages', name, 'src')),
    ],
  });
}
