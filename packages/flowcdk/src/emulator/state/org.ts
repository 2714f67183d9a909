import type { JsonObject } from './json';
import { isKindName, type KindName, kinds } from './kinds';
import type { RecordOfKind } from './tables';

/** A thing in an organisation. */
export interface Entity extends JsonObject {
  readonly id: string;
}

/** A change to one thing. */
export type Change =
  { readonly put: KindName; readonly entity: Entity } | { readonly remove: KindName; readonly id: string };

/** A change with the states before and after it. */
export interface Changed {
  readonly kind: KindName;
  readonly before: Entity | undefined;
  /** Undefined where the thing was removed. */
  readonly after: Entity | undefined;
}

/** Stores the changes of one transaction before its caller gets an answer. If it throws, the changes are undone. */
export type Keep = (changes: readonly Change[], at: Date) => void;

/** The values of a credential, by field. */
export type Secret = Readonly<Record<string, string>>;

export interface OrgOptions {
  readonly now: () => Date;
  readonly newId: () => string;
  /** @default nothing is kept */
  readonly keep?: Keep | undefined;
}

/** The things of one kind, in the order of creation. */
interface Things {
  readonly byId: Map<string, { readonly entity: Entity; readonly order: number }>;
  /** The same things as a list, until one changes. */
  list: readonly Entity[] | undefined;
}

/** The contents of an organisation. Every change is a transaction: all of it happens, or nothing. */
export class Org {
  readonly #things: ReadonlyMap<KindName, Things>;
  readonly #secrets = new Map<string, Secret>();
  #created = 0;
  #changes: Change[] | undefined;
  #changed: Changed[] = [];
  #undo: (() => void)[] = [];
  #sees: ((entity: Entity) => boolean) | undefined;
  readonly #watchers = new Map<KindName, Set<(changed: Changed) => void>>();

  constructor(private readonly options: OrgOptions) {
    this.#things = new Map(Object.keys(kinds).map((kind) => [kind as KindName, { byId: new Map(), list: undefined }]));
  }

  get now(): Date {
    return this.options.now();
  }

  newId(): string {
    return this.options.newId();
  }

  get<K extends KindName>(kind: K, id: string): RecordOfKind<K> | undefined {
    const entity = this.#of(kind).byId.get(id)?.entity;
    return entity && this.#sees?.(entity) === false ? undefined : (entity as RecordOfKind<K> | undefined);
  }

  /** All things of a kind, in the order of creation. */
  all<K extends KindName>(kind: K): readonly RecordOfKind<K>[] {
    const things = this.#of(kind);
    things.list ??= Array.from(things.byId.values(), ({ entity }) => entity);
    return (this.#sees ? things.list.filter(this.#sees) : things.list) as readonly RecordOfKind<K>[];
  }

  /** The number of things of each kind. */
  counts(): Readonly<Record<string, number>> {
    return Object.fromEntries([...this.#things].map(([kind, { byId }]) => [kind, byId.size]));
  }

  /** The changes that make all that the org holds, in the order of creation within each kind. */
  contents(): readonly Change[] {
    const changes: Change[] = [];
    for (const [kind, { byId }] of this.#things)
      for (const { entity } of byId.values()) changes.push({ put: kind, entity });
    return changes;
  }

  /**
   * Runs some work as a transaction. If the work throws, none of its changes happen.
   *
   * @param review looks at the changes before they take effect; if it throws, they are undone
   */
  transaction<T>(work: () => T, review?: (changed: readonly Changed[]) => void): T {
    if (this.#changes) return work();
    const changes: Change[] = [];
    let happened: readonly Changed[] = [];
    this.#changes = changes;
    try {
      const result = work();
      if (changes.length > 0) {
        review?.(this.#changed);
        this.options.keep?.(changes, this.now);
      }
      happened = this.#changed;
      return result;
    } catch (problem) {
      for (const undo of this.#undo.reverse()) undo();
      throw problem;
    } finally {
      this.#changes = undefined;
      this.#changed = [];
      this.#undo = [];
      for (const changed of happened) for (const watch of this.#watchers.get(changed.kind) ?? []) watch(changed);
    }
  }

  /** Calls a function after each change of a thing of a kind. The function that it returns ends that. */
  watch(kind: KindName, watcher: (changed: Changed) => void): () => void {
    const watchers = this.#watchers.get(kind) ?? new Set();
    this.#watchers.set(kind, watchers.add(watcher));
    return () => watchers.delete(watcher);
  }

  /** Reads on behalf of a caller who does not see everything. Hidden things do not exist for them. */
  seeing<T>(sees: (entity: Entity) => boolean, read: () => T): T {
    this.#sees = sees;
    try {
      return read();
    } finally {
      this.#sees = undefined;
    }
  }

  put<K extends KindName>(kind: K, thing: RecordOfKind<K>): RecordOfKind<K> {
    this.putRecord(kind, thing as Entity);
    return thing;
  }

  /** Like `put`, for code that serves every kind. The record comes from a checked body or from another record. */
  putRecord(kind: KindName, entity: Entity): void {
    if (!this.#changes) return this.transaction(() => this.putRecord(kind, entity));
    this.#change({ put: kind, entity });
    const { byId } = this.#of(kind);
    const { keepsNewest = Infinity } = kinds[kind];
    const [oldest] = byId.size > keepsNewest ? byId.keys() : [];
    if (oldest !== undefined) this.remove(kind, oldest);
  }

  /** Removes a thing and leaves references to it as they are. `removeThing` takes care of them. */
  remove(kind: KindName, id: string): void {
    if (!this.#of(kind).byId.has(id)) return;
    this.#change({ remove: kind, id });
    if (kind === 'credential') this.putSecret(id, undefined);
  }

  /** Applies earlier changes without storing them again. */
  replay(changes: readonly Change[]): void {
    for (const change of changes) this.#apply(change);
  }

  /**
   * The values of a credential. They live only in memory: no journal, no answer and no log has them. A restarted org
   * does not know them until somebody applies the credential again.
   */
  secret(credentialId: string): Secret | undefined {
    return this.#secrets.get(credentialId);
  }

  putSecret(credentialId: string, values: Secret | undefined): void {
    const before = this.#secrets.get(credentialId);
    const set = (secret: Secret | undefined): void => {
      if (secret) this.#secrets.set(credentialId, secret);
      else this.#secrets.delete(credentialId);
    };
    if (this.#changes) this.#undo.push(() => set(before));
    set(values);
  }

  #change(change: Change): void {
    if (!this.#changes) return this.transaction(() => this.#change(change));
    this.#changes.push(change);
    this.#undo.push(this.#apply(change));
  }

  /** Applies a change and gives the function that undoes it. */
  #apply(change: Change): () => void {
    const kind = 'put' in change ? change.put : change.remove;
    const id = 'put' in change ? change.entity.id : change.id;
    const after = 'put' in change ? change.entity : undefined;
    const things = this.#of(kind);
    const before = things.byId.get(id);
    things.list = undefined;
    if (after) things.byId.set(id, { entity: after, order: before?.order ?? ++this.#created });
    else things.byId.delete(id);
    if (this.#changes) this.#changed.push({ kind, before: before?.entity, after });
    return () => {
      things.list = undefined;
      if (!before) things.byId.delete(id);
      else {
        things.byId.set(id, before);
        if (!after) inOrder(things.byId);
      }
    };
  }

  #of(kind: KindName): Things {
    const things = this.#things.get(kind);
    if (!things) throw new Error(`no such kind: ${kind}`);
    return things;
  }
}

/** Restores the order of creation after an undone removal, which puts the thing at the end. */
function inOrder(things: Map<string, { readonly order: number }>): void {
  const sorted = [...things].sort(([, a], [, b]) => a.order - b.order);
  things.clear();
  for (const [id, thing] of sorted) things.set(id, thing);
}

/** Whether a value from a file is a change. */
export function isChange(value: unknown): value is Change {
  if (typeof value !== 'object' || value === null) return false;
  const { put, entity, remove, id } = value as Readonly<Record<string, unknown>>;
  const known = (kind: unknown): boolean => typeof kind === 'string' && isKindName(kind);
  if (known(put)) return typeof (entity as Entity | null | undefined)?.id === 'string';
  return known(remove) && typeof id === 'string';
}
