import { declaredKind, type VariableDeclaration } from '../../../architect/containers';
import { type Type, typeNamed, type Value } from '../../../architect/expressions';
import type { KindItem } from '../../../architect/forms';

type Declared = readonly KindItem<VariableDeclaration>[] | undefined;
type Initial = (declaration: VariableDeclaration, type: Type) => Value;

/** What holds variables for as long as it runs: a state; a task, menu or bot. */
export type Scope = 'state' | 'task';

/** A variable as it is declared. */
interface Slot {
  readonly key: string;
  readonly type: Type;
  readonly declaration: VariableDeclaration;
}

/** Most containers declare nothing. */
const NONE: Map<string, Value> = new Map();

/**
 * The variables of a run, by name in any case. `Flow.` and `Common.` ones last as long as the run. Those of a container
 * last as long as it; a task sees the variables of the state that called it (assumed: Architect lets it be published).
 */
export class Variables {
  readonly #flow = new Map<string, Value>();
  #state = NONE;
  #task = NONE;

  /** Undefined where there is none of that name; null is NOT_SET. */
  get(name: string): Value | undefined {
    const key = keyOf(name);
    const own = this.#task.get(key);
    if (own !== undefined) return own;
    const around = this.#state.get(key);
    return around === undefined ? this.#flow.get(key) : around;
  }

  /** A variable nobody declared lasts as long as the run (assumed: Architect makes one of it). */
  set(name: string, value: Value): void {
    const key = keyOf(name);
    const home = this.#task.has(key) ? this.#task : this.#state.has(key) ? this.#state : this.#flow;
    home.set(key, value);
  }

  /** Declares what a container has; what it gives restores what was there before. */
  enter(scope: Scope, declared: Declared, initial: Initial): () => void {
    const [state, task] = [this.#state, this.#task];
    const slots = slotsOf(declared);
    const own = slots.length === 0 ? NONE : new Map<string, Value>();
    this.#task = scope === 'state' ? NONE : own;
    if (scope === 'state') this.#state = own;
    for (const { key, type, declaration } of slots) own.set(key, initial(declaration, type));
    return () => {
      this.#state = state;
      this.#task = task;
    };
  }

  declare(declared: Declared, initial: Initial): void {
    for (const { key, type, declaration } of slotsOf(declared)) this.#flow.set(key, initial(declaration, type));
  }
}

const slots = new WeakMap<object, readonly Slot[]>();

/** Declarations belong to a published version, which is read once. */
function slotsOf(declared: Declared): readonly Slot[] {
  if (!declared) return [];
  const known = slots.get(declared);
  if (known) return known;
  const read = declared.flatMap(({ kind, content }): Slot[] => {
    const type = typeNamed(declaredKind(kind));
    return content?.name !== undefined && type ? [{ key: keyOf(content.name), type, declaration: content }] : [];
  });
  slots.set(declared, read);
  return read;
}

const keys = new Map<string, string>();
const REMEMBERED = 10_000;

/** A name in lower case. Names are those of flows, and the same few come again and again. */
function keyOf(name: string): string {
  const known = keys.get(name);
  if (known !== undefined) return known;
  const key = name.toLowerCase();
  if (keys.size >= REMEMBERED) keys.clear();
  keys.set(name, key);
  return key;
}
