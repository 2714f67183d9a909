import { declaredKind, type VariableDeclaration } from '../../../architect/containers';
import { type Type, typeNamed, type Value } from '../../../architect/expressions';
import type { KindItem } from '../../../architect/forms';

type Declared = readonly KindItem<VariableDeclaration>[] | undefined;

/** The variables of a run, by name in any case. `Flow.` ones last as long as the run, those of a container as long as it. */
export class Variables {
  readonly #flow = new Map<string, Value>();
  #local = new Map<string, Value>();

  get(name: string): Value | undefined {
    const key = name.toLowerCase();
    const local = this.#local.get(key);
    return local === undefined ? this.#flow.get(key) : local;
  }

  set(name: string, value: Value): void {
    const key = name.toLowerCase();
    (this.#local.has(key) ? this.#local : this.#flow).set(key, value);
  }

  /** Declares what a container has; what it gives restores what was there before. */
  enter(declared: Declared, initial: (declaration: VariableDeclaration, type: Type) => Value): () => void {
    const before = this.#local;
    this.#local = new Map();
    this.#declare(this.#local, declared, initial);
    return () => {
      this.#local = before;
    };
  }

  declare(declared: Declared, initial: (declaration: VariableDeclaration, type: Type) => Value): void {
    this.#declare(this.#flow, declared, initial);
  }

  #declare(
    to: Map<string, Value>,
    declared: Declared,
    initial: (declaration: VariableDeclaration, type: Type) => Value,
  ): void {
    for (const { kind, content } of declared ?? []) {
      const type = typeNamed(declaredKind(kind));
      if (content?.name !== undefined && type) to.set(content.name.toLowerCase(), initial(content, type));
    }
  }
}
