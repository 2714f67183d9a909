import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { FlowcdkError } from '../ground/finding';
import { packagesNotPacked } from './messages';
import { type Origin, originOf } from './origin';

/** The packages of Flowcdk that a project needs. A project does not use the last one itself, but the others need it. */
const NAMES = ['flowcdk', '@flowcdk/provider-genesyscloud', '@flowcdk/data-action-engines'] as const;

/** The package this file belongs to. */
const OWN = realpathSync(join(__dirname, '../..'));

/** Flowcdk as a project gets it. */
export interface FlowcdkPackages {
  readonly origin: Origin;
  readonly version: string;
  /** Where the templates are. */
  readonly templates: string;
  /** What `package.json` says of each package. */
  readonly dependencies: Readonly<Record<string, string>>;
  /** The folder with the tarballs that the dependencies name; undefined where they come from a registry. */
  readonly tarballs?: string;
  /** Takes temporary files away. */
  readonly remove: () => void;
}

/**
 * Flowcdk as a new project gets it: by version where it came from a registry, else as tarballs, which are made here.
 *
 * @param tell is given a line for each step that takes a while
 * @throws FlowcdkError where the tarballs cannot be made
 */
export function flowcdkPackages(tell: (line: string) => void): FlowcdkPackages {
  const origin = originOf(OWN);
  const { version } = readJson(join(OWN, 'package.json'));
  if (origin === 'registry') {
    const [flowcdk, provider] = NAMES;
    const dependencies = { [flowcdk]: `^${version}`, [provider]: `^${version}` };
    return { origin, version, templates: join(OWN, 'templates'), dependencies, remove: () => undefined };
  }
  const folder = mkdtempSync(join(tmpdir(), 'flowcdk-init-'));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  try {
    const tarballs = join(folder, 'tarballs');
    mkdirSync(tarballs);
    if (origin === 'clone') packClone(tarballs, tell);
    else packInstalled(tarballs, tell);
    return {
      origin,
      version,
      templates: origin === 'clone' ? join(STAGED, 'flowcdk/templates') : join(OWN, 'templates'),
      dependencies: dependenciesOn(tarballs),
      tarballs,
      remove,
    };
  } catch (problem) {
    remove();
    throw problem;
  }
}

const CLONE = join(OWN, '../..');
/** Where `scripts/package.mjs` puts what is published. */
const STAGED = join(CLONE, 'node_modules/.cache/flowcdk/packages');

function packClone(tarballs: string, tell: (line: string) => void): void {
  tell('Flowcdk is made ready from its sources, with its types. The first time takes a minute or two.');
  runOrThrow(process.execPath, [join(CLONE, 'scripts/package.mjs'), '--out', tarballs], CLONE);
}

function packInstalled(tarballs: string, tell: (line: string) => void): void {
  for (const name of NAMES) {
    tell(`${name} is packed.`);
    runOrThrow('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', tarballs], folderOf(name));
  }
}

/** The folder of a package that this one needs. Packages export their package.json. */
const folderOf = (name: string): string =>
  name === NAMES[0] ? OWN : dirname(createRequire(join(OWN, 'package.json')).resolve(`${name}/package.json`));

/** The name that `npm pack` gives to a tarball begins with the name of the package, without signs. */
function dependenciesOn(tarballs: string): Readonly<Record<string, string>> {
  const files = readdirSync(tarballs);
  return Object.fromEntries(
    NAMES.map((name) => {
      const file = files.find((candidate) => /^(.*)-\d+\.\d+\.\d+.*\.tgz$/.exec(candidate)?.[1] === tarballName(name));
      if (file === undefined) throw new FlowcdkError([packagesNotPacked(`there is no tarball of ${name}`)]);
      return [name, `file:vendor/${file}`];
    }),
  );
}

const tarballName = (name: string): string => name.replace(/^@/, '').replace('/', '-');

function runOrThrow(command: string, args: readonly string[], cwd: string): void {
  // On Windows npm is a script, which only a shell starts.
  const shell = process.platform === 'win32' && command === 'npm';
  const { status, error, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8', shell });
  if (status === 0) return;
  const said = (error?.message ?? `${stderr}${stdout}`.trim()) || `${command} ended with ${String(status)}`;
  throw new FlowcdkError([packagesNotPacked(said)]);
}

const readJson = (file: string): { readonly version: string } =>
  JSON.parse(readFileSync(file, 'utf8')) as { readonly version: string };
