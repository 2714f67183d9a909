import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { makeFolder } from '../files/make-folder';
import { FlowcdkError } from '../ground/finding';
import { isFields } from './connection';
import { type ContentKind, contentKinds, type Item, type ListedItem } from './content';

/** The file in which a folder says what it was pulled from. */
export const MANIFEST = 'flowcdk-pull.json';

/** One pulled file. */
export interface Pulled {
  readonly kind: ContentKind;
  readonly name: string;
  readonly within: string;
  /** From the folder on, with `/`. */
  readonly file: string;
  readonly version: string;
  /** Of the text of the file, so that a file that somebody changed is read again. */
  readonly sha256: string;
}

interface Manifest {
  readonly organization: { readonly id: string; readonly name: string };
  /** By the id in the org. */
  readonly items: Readonly<Record<string, Pulled>>;
}

/** Items between two writings of the manifest: so many are read again after a crash. */
const KEPT_EVERY = 20;

/** A folder with what was pulled from an org. */
export class PulledFolder {
  readonly #items: Map<string, Pulled>;
  #organization: Manifest['organization'];
  #unkept = 0;

  private constructor(
    readonly path: string,
    { organization, items }: Manifest,
  ) {
    this.#organization = organization;
    this.#items = new Map(Object.entries(items));
  }

  /**
   * Opens a folder. One that is not there is made when something is written.
   *
   * @throws FlowcdkError where the manifest cannot be read
   */
  static open(path: string): PulledFolder {
    const file = join(path, MANIFEST);
    if (!existsSync(file)) return new PulledFolder(path, { organization: { id: '', name: '' }, items: {} });
    return new PulledFolder(path, manifestIn(file));
  }

  get organization(): Manifest['organization'] {
    return this.#organization;
  }

  /** What the folder holds, sorted by file. */
  get items(): readonly Pulled[] {
    return [...this.#items.values()].sort((a, b) => (a.file < b.file ? -1 : 1));
  }

  /**
   * A folder belongs to one org.
   *
   * @throws FlowcdkError where it holds another one
   */
  belongsTo(organization: Manifest['organization']): void {
    const { id, name } = this.#organization;
    if (id !== '' && id !== organization.id) {
      throw new FlowcdkError([
        {
          rule: 'pull-folder',
          severity: 'error',
          message: `${this.path} holds the organisation '${name}', not '${organization.name}'`,
          help: 'Give another folder with --out.',
        },
      ]);
    }
    this.#organization = organization;
  }

  /** Whether the folder has this version of an item, in this file and unchanged. */
  has({ id, version }: ListedItem, file: string): boolean {
    const pulled = this.#items.get(id);
    if (pulled === undefined || pulled.version !== version || pulled.file !== file) return false;
    const path = this.#inside(file);
    return existsSync(path) && sha256(readFileSync(path, 'utf8')) === pulled.sha256;
  }

  write({ id, version = '' }: ListedItem, file: string, { kind, name, within, text }: Item): void {
    const before = this.#items.get(id);
    const path = this.#inside(file);
    makeFolder(dirname(path));
    // A text that is there whole or not at all.
    writeFileSync(`${path}.part`, text);
    renameSync(`${path}.part`, path);
    this.#items.set(id, { kind, name, within, file, version, sha256: sha256(text) });
    if (before !== undefined && before.file !== file) this.#remove(before.file);
    this.#unkept += 1;
    if (this.#unkept >= KEPT_EVERY) this.keep();
  }

  /** Removes the files of what the org has no more. Gives their items. */
  removeAllBut(isThere: (id: string, item: Pulled) => boolean): readonly Pulled[] {
    const gone = [...this.#items].filter(([id, item]) => !isThere(id, item));
    for (const [id, { file }] of gone) {
      this.#items.delete(id);
      this.#remove(file);
    }
    return gone.map(([, item]) => item);
  }

  /** Writes the manifest. */
  keep(): void {
    this.#unkept = 0;
    const items = Object.fromEntries([...this.#items].sort(([a], [b]) => (a < b ? -1 : 1)));
    const manifest: Manifest = { organization: this.#organization, items };
    makeFolder(this.path);
    const path = join(this.path, MANIFEST);
    writeFileSync(`${path}.part`, `${JSON.stringify(manifest, null, 2)}\n`);
    renameSync(`${path}.part`, path);
  }

  /** What the folder holds under an id of the org. */
  item(id: string): Pulled | undefined {
    return this.#items.get(id);
  }

  /** The text of a pulled item. */
  text({ file }: Pick<Pulled, 'file'>): string {
    const path = this.#inside(file);
    if (existsSync(path)) return readFileSync(path, 'utf8');
    throw new FlowcdkError([
      {
        rule: 'pull-folder',
        severity: 'error',
        message: `${path} is missing, though ${MANIFEST} names it`,
        help: 'Pull again; the command writes what is missing.',
      },
    ]);
  }

  #remove(file: string): void {
    const path = this.#inside(file);
    rmSync(path, { force: true });
    for (let folder = dirname(path); folder !== resolve(this.path); folder = dirname(folder)) {
      if (!existsSync(folder) || readdirSync(folder).length > 0) return;
      rmdirSync(folder);
    }
  }

  /** A manifest may name no file outside its folder. */
  #inside(file: string): string {
    const path = resolve(this.path, file);
    if (path.startsWith(`${resolve(this.path)}${sep}`)) return path;
    throw wrongManifest(join(this.path, MANIFEST), `it names the file ${file}, which is outside of the folder`);
  }
}

function manifestIn(file: string): Manifest {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, 'utf8'));
  } catch (problem) {
    throw wrongManifest(file, problem instanceof Error ? problem.message : String(problem));
  }
  const { organization, items } = isFields(value) ? value : {};
  const hasItems = isFields(items) && Object.values(items).every(isPulled);
  if (!isFields(organization) || typeof organization['id'] !== 'string' || !hasItems)
    throw wrongManifest(file, 'it has no organization, or items without kind, name, file and version');
  return value as Manifest;
}

const isPulled = (value: unknown): boolean =>
  isFields(value) &&
  (contentKinds as readonly unknown[]).includes(value['kind']) &&
  ['name', 'within', 'file', 'version', 'sha256'].every((field) => typeof value[field] === 'string');

const wrongManifest = (file: string, why: string): FlowcdkError =>
  new FlowcdkError([
    {
      rule: 'pull-folder',
      severity: 'error',
      message: `${file} cannot be read: ${why}`,
      help: 'Delete the file, or the folder, and pull again.',
    },
  ]);

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
