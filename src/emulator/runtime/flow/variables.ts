import { declaredKind, type VariableDeclaration } from '../../../architect/containers';
import { type Type, typeNamed, type Value } from '../../../architect/expressions';
import type { KindItem } from '../../../architect/forms';

type Declared = readonly KindItem<VariableDeclaration>[] | undefined;
type Initial = (declaration: VariableDeclaration, type: Type) => Value;

/** What holds variables for as long as it runs: a state; a task, menu or bot. */
export type Scope = 'state' | 'task';

/**
 * The variables of a run, by name in any case. `Flow.` and `Common.` ones last as long as the run. Those of a container
 * last as long as it; a task sees the variables of the state that called it (assumed: Architect lets it be published).
 */
export class Variables {
  readonly #flow = new Map<string, Value>();
  #state = new Map<string, Value>();
  #task = new Map<string, Value>();

  /** Undefined where there is none of that name; null is NOT_SET. */
  get(name: string): Value | undefined {
    return this.#homeOf(name.toLowerCase())?.get(name.toLowerCase());
  }

  /** A variable nobody declared lasts as long as the run (assumed: Architect makes one of it). */
  set(name: string, value: Value): void {
    const key = name.toLowerCase();
    (this.#homeOf(key) ?? this.#flow).set(key, value);
  }

  /** Declares what a container has; what it gives restores what was there before. */
  enter(scope: Scope, declared: Declared, initial: Initial): () => void {
    const [state, task] = [this.#state, this.#task];
    this.#task = new Map();
    if (scope === 'state') this.#state = new Map();
    declare(scope === 'state' ? this.#state : this.#task, declared, initial);
    return () => {
      this.#state = state;
      this.#task = task;
    };
  }

  declare(declared: Declared, initial: Initial): void {
    declare(this.#flow, declared, initial);
  }

  #homeOf(key: string): Map<string, Value> | undefined {
    return [this.#task, this.#state, this.#flow].find((variables) => variables.has(key));
  }
}

function declare(to: Map<string, Value>, declared: Declared, initial: Initial): void {
  for (const { kind, content } of declared ?? []) {
    const type = typeNamed(declaredKind(kind));
    if (content?.name !== undefined && type) to.set(content.name.toLowerCase(), initial(content, type));
  }
}
