import type { JsonObject } from './json';
import { isKindName, type KindName, kinds } from './kinds';

/** One thing an organisation holds. */
export interface Entity extends JsonObject {
  readonly id: string;
}

/** What happened to one thing. */
export type Change =
  { readonly put: KindName; readonly entity: Entity } | { readonly remove: KindName; readonly id: string };

/** Takes the changes of one transaction before anybody is told that they happened; what it throws undoes them. */
export type Keep = (changes: readonly Change[], at: Date) => void;

export interface OrgOptions {
  readonly now: () => Date;
  readonly newId: () => string;
  /** @default nothing is kept */
  readonly keep?: Keep;
}

/** What an organisation holds. Everything that changes it is a transaction: all of it happens, or nothing. */
export class Org {
  readonly #things: ReadonlyMap<KindName, Map<string, Entity>>;
  #changes: Change[] | undefined;
  #undo: (() => void)[] = [];

  constructor(private readonly options: OrgOptions) {
    this.#things = new Map(Object.keys(kinds).map((kind) => [kind as KindName, new Map<string, Entity>()]));
  }

  get now(): Date {
    return this.options.now();
  }

  newId(): string {
    return this.options.newId();
  }

  get(kind: KindName, id: string): Entity | undefined {
    return this.#of(kind).get(id);
  }

  /** In the order in which they were created. */
  all(kind: KindName): readonly Entity[] {
    return [...this.#of(kind).values()];
  }

  /** How many there are of each kind. */
  counts(): Readonly<Record<string, number>> {
    return Object.fromEntries([...this.#things].map(([kind, things]) => [kind, things.size]));
  }

  transaction<T>(work: () => T): T {
    if (this.#changes) return work();
    const changes: Change[] = [];
    this.#changes = changes;
    this.#undo = [];
    try {
      const result = work();
      if (changes.length > 0) this.options.keep?.(changes, this.now);
      return result;
    } catch (problem) {
      for (const undo of this.#undo.reverse()) undo();
      throw problem;
    } finally {
      this.#changes = undefined;
      this.#undo = [];
    }
  }

  put(kind: KindName, entity: Entity): Entity {
    this.#change({ put: kind, entity });
    return entity;
  }

  /** Leaves those that refer to it as they are; `removeThing` does not. */
  remove(kind: KindName, id: string): void {
    if (this.#of(kind).has(id)) this.#change({ remove: kind, id });
  }

  /** What happened earlier, without keeping it again. */
  replay(changes: readonly Change[]): void {
    for (const change of changes) this.#apply(change);
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
    const things = this.#of(kind);
    const before = things.get(id);
    const order = 'remove' in change && before ? [...things] : undefined;
    if ('put' in change) things.set(id, change.entity);
    else things.delete(id);
    return () => {
      if (order) {
        things.clear();
        for (const [key, thing] of order) things.set(key, thing);
      } else if (before) things.set(id, before);
      else things.delete(id);
    };
  }

  #of(kind: KindName): Map<string, Entity> {
    const things = this.#things.get(kind);
    if (!things) throw new Error(`no such kind: ${kind}`);
    return things;
  }
}

/** Whether this is a change, for what was read from a file. */
export function isChange(value: unknown): value is Change {
  if (typeof value !== 'object' || value === null) return false;
  const { put, entity, remove, id } = value as Readonly<Record<string, unknown>>;
  const known = (kind: unknown): boolean => typeof kind === 'string' && isKindName(kind);
  if (known(put)) return typeof entity === 'object' && entity !== null && 'id' in entity;
  return known(remove) && typeof id === 'string';
}
