import { declaredKind, type VariableDeclaration } from '../../../architect/containers';
import { type Type, typeNamed, type Value } from '../../../architect/expressions';
import type { KindItem } from '../../../architect/forms';

type Declared = readonly KindItem<VariableDeclaration>[] | undefined;
type Initial = (declaration: VariableDeclaration, type: Type) => Value;

/** A container that has variables while it runs. `task` stands for a task, menu or bot. */
export type Scope = 'state' | 'task';

/** A declared variable. */
interface Slot {
  readonly key: string;
  readonly type: Type;
  readonly declaration: VariableDeclaration;
}

/** The variables of a container. */
interface Layout {
  readonly slots: readonly Slot[];
  readonly types: ReadonlyMap<string, Type>;
}

/** Most containers declare nothing. */
const NONE: Map<string, Value> = new Map();
const NOTHING: Layout = { slots: [], types: new Map() };

/**
 * The variables of a run. Upper and lower case of names do not matter. `Flow.` and `Common.` variables last as long as
 * the run. The variables of a container last as long as the container. A task sees the variables of the state that
 * called it (assumed, because Architect publishes such flows).
 */
export class Variables {
  readonly #flow = new Map<string, Value>();
  #state = NONE;
  #task = NONE;
  /** The declarations of the current state. `#ofTask`: those of the current task. */
  #ofState = NOTHING;
  #ofTask = NOTHING;

  /** The value of a variable; undefined if there is none of that name, null for NOT_SET. */
  get(name: string): Value | undefined {
    const key = keyOf(name);
    const own = this.#task.get(key);
    if (own !== undefined) return own;
    const around = this.#state.get(key);
    return around === undefined ? this.#flow.get(key) : around;
  }

  /**
   * Sets a variable. An undeclared variable lasts as long as the run (assumed: Architect makes it a variable of the
   * flow).
   */
  set(name: string, value: Value): void {
    const key = keyOf(name);
    const home = this.#task.has(key) ? this.#task : this.#state.has(key) ? this.#state : this.#flow;
    home.set(key, value);
  }

  /**
   * The type with which the current container declares a variable. The same name in another container is another
   * variable (believed). Undefined for variables of the whole flow.
   */
  typeOf(name: string): Type | undefined {
    if (this.#ofTask === NOTHING && this.#ofState === NOTHING) return undefined;
    const key = keyOf(name);
    return this.#ofTask.types.get(key) ?? this.#ofState.types.get(key);
  }

  /** Declares the variables of a container. The function that it returns restores the previous ones. */
  enter(scope: Scope, declared: Declared, initial: Initial): () => void {
    const [state, ofState, task, ofTask] = [this.#state, this.#ofState, this.#task, this.#ofTask];
    const layout = layoutOf(declared);
    const own = layout === NOTHING ? NONE : new Map<string, Value>();
    if (scope === 'state') {
      [this.#state, this.#ofState, this.#task, this.#ofTask] = [own, layout, NONE, NOTHING];
    } else [this.#task, this.#ofTask] = [own, layout];
    for (const { key, type, declaration } of layout.slots) own.set(key, initial(declaration, type));
    return () => {
      [this.#state, this.#ofState, this.#task, this.#ofTask] = [state, ofState, task, ofTask];
    };
  }

  declare(declared: Declared, initial: Initial): void {
    for (const { key, type, declaration } of layoutOf(declared).slots) this.#flow.set(key, initial(declaration, type));
  }
}

/** The type of a declared variable. Upper and lower case of the name do not matter. */
export const typeIn = (declared: Declared, name: string): Type | undefined => layoutOf(declared).types.get(keyOf(name));

const layouts = new WeakMap<object, Layout>();

/** The layout of declarations. It is computed once, because they belong to a published version. */
function layoutOf(declared: Declared): Layout {
  if (!declared || declared.length === 0) return NOTHING;
  const known = layouts.get(declared);
  if (known) return known;
  const slots = declared.flatMap(({ kind, content }): Slot[] => {
    const type = typeNamed(declaredKind(kind));
    return content?.name !== undefined && type ? [{ key: keyOf(content.name), type, declaration: content }] : [];
  });
  const layout = { slots, types: new Map(slots.map(({ key, type }) => [key, type])) };
  layouts.set(declared, layout);
  return layout;
}

const keys = new Map<string, string>();
const REMEMBERED = 10_000;

/** A name in lower case. It is cached, because the same few names of flows come again and again. */
function keyOf(name: string): string {
  const known = keys.get(name);
  if (known !== undefined) return known;
  const key = name.toLowerCase();
  if (keys.size >= REMEMBERED) keys.clear();
  keys.set(name, key);
  return key;
}
