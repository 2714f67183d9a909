import type { JsonObject } from './json';
import { isKindName, type KindName, kinds } from './kinds';
import type { ThingOf } from './tables';

/** One thing an organisation holds. */
export interface Entity extends JsonObject {
  readonly id: string;
}

/** What happened to one thing. */
export type Change =
  { readonly put: KindName; readonly entity: Entity } | { readonly remove: KindName; readonly id: string };

/** A change beside what was there before it. */
export interface Changed {
  readonly kind: KindName;
  readonly before: Entity | undefined;
  /** Nothing, where it was removed. */
  readonly after: Entity | undefined;
}

/** Takes the changes of one transaction before anybody is told that they happened; what it throws undoes them. */
export type Keep = (changes: readonly Change[], at: Date) => void;

/** What a credential is made of. */
export type Secret = Readonly<Record<string, string>>;

export interface OrgOptions {
  readonly now: () => Date;
  readonly newId: () => string;
  /** @default nothing is kept */
  readonly keep?: Keep | undefined;
}

/** Things of one kind, in the order in which they were created. */
interface Things {
  readonly byId: Map<string, { readonly entity: Entity; readonly order: number }>;
  /** As a list, until something changes. */
  list: readonly Entity[] | undefined;
}

/** What an organisation holds. Everything that changes it is a transaction: all of it happens, or nothing. */
export class Org {
  readonly #things: ReadonlyMap<KindName, Things>;
  readonly #secrets = new Map<string, Secret>();
  #created = 0;
  #changes: Change[] | undefined;
  #changed: Changed[] = [];
  #undo: (() => void)[] = [];
  #sees: ((entity: Entity) => boolean) | undefined;

  constructor(private readonly options: OrgOptions) {
    this.#things = new Map(Object.keys(kinds).map((kind) => [kind as KindName, { byId: new Map(), list: undefined }]));
  }

  get now(): Date {
    return this.options.now();
  }

  newId(): string {
    return this.options.newId();
  }

  get<K extends KindName>(kind: K, id: string): ThingOf<K> | undefined {
    const entity = this.#of(kind).byId.get(id)?.entity;
    return entity && this.#sees?.(entity) === false ? undefined : (entity as ThingOf<K> | undefined);
  }

  /** In the order in which they were created. */
  all<K extends KindName>(kind: K): readonly ThingOf<K>[] {
    const things = this.#of(kind);
    things.list ??= Array.from(things.byId.values(), ({ entity }) => entity);
    return (this.#sees ? things.list.filter(this.#sees) : things.list) as readonly ThingOf<K>[];
  }

  /** How many there are of each kind. */
  counts(): Readonly<Record<string, number>> {
    return Object.fromEntries([...this.#things].map(([kind, { byId }]) => [kind, byId.size]));
  }

  /**
   * Does some work: all that it changes happens, or nothing if it throws.
   *
   * @param review looks at what the work changed before it counts; what it throws undoes it
   */
  transaction<T>(work: () => T, review?: (changed: readonly Changed[]) => void): T {
    if (this.#changes) return work();
    const changes: Change[] = [];
    this.#changes = changes;
    try {
      const result = work();
      if (changes.length > 0) {
        review?.(this.#changed);
        this.options.keep?.(changes, this.now);
      }
      return result;
    } catch (problem) {
      for (const undo of this.#undo.reverse()) undo();
      throw problem;
    } finally {
      this.#changes = undefined;
      this.#changed = [];
      this.#undo = [];
    }
  }

  /** Reads as somebody who does not see everything; what they do not see is not there. */
  seeing<T>(sees: (entity: Entity) => boolean, read: () => T): T {
    this.#sees = sees;
    try {
      return read();
    } finally {
      this.#sees = undefined;
    }
  }

  put<K extends KindName>(kind: K, thing: ThingOf<K>): ThingOf<K> {
    this.putRecord(kind, thing as Entity);
    return thing;
  }

  /** The same for code that works with every kind. The record comes from a checked body or from such a record. */
  putRecord(kind: KindName, entity: Entity): void {
    this.#change({ put: kind, entity });
  }

  /** Leaves those that refer to it as they are; `removeThing` does not. */
  remove(kind: KindName, id: string): void {
    if (!this.#of(kind).byId.has(id)) return;
    this.#change({ remove: kind, id });
    if (kind === 'credential') this.putSecret(id, undefined);
  }

  /** What happened earlier, without keeping it again. */
  replay(changes: readonly Change[]): void {
    for (const change of changes) this.#apply(change);
  }

  /**
   * The values of a credential. They live in memory alone: no journal has them, no answer, no log. An org that was
   * started again does not know them until somebody applies the credential again.
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

  /** Gives what takes the change back. */
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

/** What came back after it had been removed stands at the end; it belongs where it was. */
function inOrder(things: Map<string, { readonly order: number }>): void {
  const sorted = [...things].sort(([, a], [, b]) => a.order - b.order);
  things.clear();
  for (const [id, thing] of sorted) things.set(id, thing);
}

/** Whether this is a change, for what was read from a file. */
export function isChange(value: unknown): value is Change {
  if (typeof value !== 'object' || value === null) return false;
  const { put, entity, remove, id } = value as Readonly<Record<string, unknown>>;
  const known = (kind: unknown): boolean => typeof kind === 'string' && isKindName(kind);
  if (known(put)) return typeof (entity as Entity | null | undefined)?.id === 'string';
  return known(remove) && typeof id === 'string';
}
