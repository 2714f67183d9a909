import { copyFileSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { makeFolder } from '../files/make-folder';
import type { Finding } from '../ground/finding';
import type { FlowcdkPackages } from './flowcdk-packages';
import { folderNotEmpty, folderNotUsable, notAFolder } from './messages';
import type { TemplateName } from './templates';

export interface ProjectProps {
  readonly folder: string;
  readonly template: TemplateName;
  readonly packages: Omit<FlowcdkPackages, 'origin' | 'remove'>;
}

/** Why no project can be written to a folder; undefined where one can. */
export function unusable(folder: string): Finding | undefined {
  try {
    const stats = statSync(folder, { throwIfNoEntry: false });
    if (!stats) return undefined;
    if (!stats.isDirectory()) return notAFolder(folder);
    const names = readdirSync(folder).filter((name) => name !== '.git');
    return names.length === 0 ? undefined : folderNotEmpty(folder, names.sort());
  } catch (problem) {
    return folderNotUsable(folder, reasonOf(problem));
  }
}

/** Writes a project and gives its files, in order, or the findings that prevent it. */
export function writeProject({ folder, template, packages }: ProjectProps): readonly string[] | Finding {
  const { templates, tarballs, version } = packages;
  // A file of the template replaces one that every project has.
  const sources = new Map(
    [COMMON, template].flatMap((part) =>
      filesIn(join(templates, part)).map((path) => [inProject(path), join(templates, part, path)] as const),
    ),
  );
  const vendored = tarballs === undefined ? [] : filesIn(tarballs);
  const name = projectName(folder, packages.dependencies);
  const written = new Set<string>();
  const place = (path: string): string => {
    written.add(path);
    const file = join(folder, path);
    makeFolder(dirname(file));
    return file;
  };
  try {
    for (const [path, source] of sources) {
      const text = readFileSync(source, 'utf8');
      if (path !== MANIFEST)
        writeFileSync(place(path), path === 'README.md' ? text.replaceAll(SAMPLE_NAME, name) : text);
    }
    const manifests = [COMMON, template].map((part) => manifestIn(join(templates, part)));
    const manifest = merged([...manifests, { name, dependencies: packages.dependencies }]);
    writeFileSync(place(MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`);
    if (tarballs !== undefined) writeFileSync(place('vendor/README.md'), vendorReadme(version));
    for (const file of vendored) copyFileSync(join(tarballs ?? '', file), place(`vendor/${file}`));
    return [...written].sort();
  } catch (problem) {
    return folderNotUsable(folder, reasonOf(problem));
  }
}

/** What every project has. */
const COMMON = 'common';
const MANIFEST = 'package.json';
/** What templates call the project in their README.md. */
const SAMPLE_NAME = 'my-line';

/** npm never publishes files with these names, so templates give them other names. */
const inProject = (path: string): string => (path === 'gitignore' || path === 'npmrc' ? `.${path}` : path);

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)).split(sep).join('/'))
    .sort();

/** A valid npm name, made from the name of the folder. A project must not have the name of a package that it needs. */
export function projectName(folder: string, dependencies: Readonly<Record<string, string>>): string {
  const name = basename(resolve(folder))
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/^[^a-z0-9]+|[^a-z0-9]+$/g, '')
    .slice(0, LONGEST_NAME);
  if (name === '') return SAMPLE_NAME;
  return TAKEN.has(name) || Object.hasOwn(dependencies, name) ? `${name}-project` : name;
}

/** npm allows 214 characters. */
const LONGEST_NAME = 200;
const TAKEN: ReadonlySet<string> = new Set([
  'node_modules',
  'favicon.ico',
  'cdktf',
  'constructs',
  'jest',
  'typescript',
]);

/** The content of a `package.json`. A template's has only what it adds. */
interface Manifest {
  readonly name?: string;
  readonly scripts?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

function manifestIn(folder: string): Manifest {
  const file = join(folder, MANIFEST);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Manifest) : {};
}

function merged(manifests: readonly Manifest[]): Manifest {
  const all = (part: 'scripts' | 'dependencies' | 'devDependencies') =>
    Object.assign({}, ...manifests.map((manifest) => manifest[part])) as Readonly<Record<string, string>>;
  return {
    ...(Object.assign({}, ...manifests) as Manifest),
    scripts: all('scripts'),
    dependencies: sorted(all('dependencies')),
    devDependencies: sorted(all('devDependencies')),
  };
}

const sorted = (dependencies: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(dependencies).sort(([a], [b]) => (a < b ? -1 : 1)));

const vendorReadme = (version: string): string => `# Flowcdk ${version}

The packages of Flowcdk as tarballs. package.json names them with \`file:\`, because this Flowcdk did not come from an npm
registry. They belong to the project: commit them.

A newer Flowcdk: make its tarballs in a clone of Flowcdk, put them here, and install them by name.

    npm run package -- --out …/vendor     # in the clone
    npm install ./vendor/*.tgz            # in this project
`;

/** `EACCES: permission denied, mkdir …` */
const reasonOf = (problem: unknown): string => (problem instanceof Error ? problem.message : String(problem));
