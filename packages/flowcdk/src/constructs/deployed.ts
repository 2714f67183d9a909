import type { Construct } from 'constructs';
import type { Definition, DefinitionKind } from '../architect/definition';
import { type ITerraformDependable, TerraformStack } from '@flowcdk/provider-genesyscloud/cdktf';
import { type DeployedDefinition, lookUp } from './look-up';
import { byKindAndName } from './order';

const stacks = new WeakMap<TerraformStack, Deployed>();

/** Knows, for one stack, which resource a definition has become. */
export class Deployed {
  readonly #known = new Map<Definition, DeployedDefinition>();

  private constructor(private readonly stack: TerraformStack) {}

  /** That of the stack a construct belongs to. */
  static of(scope: Construct): Deployed {
    const stack = TerraformStack.of(scope);
    const deployed = stacks.get(stack) ?? new Deployed(stack);
    stacks.set(stack, deployed);
    return deployed;
  }

  /** Says that this stack creates the definition. */
  create(definition: Definition, deployed: DeployedDefinition): void {
    this.#known.set(definition, deployed);
  }

  /** True where this stack creates the definition itself. */
  has(definition: Definition): boolean {
    return this.#known.has(definition);
  }

  /** What this stack creates of a kind, so far. */
  created(kind: DefinitionKind): readonly Definition[] {
    return [...this.#known.keys()].filter((definition) => definition.definition === kind && !definition.existing);
  }

  /**
   * The resource of a definition; one that this stack does not create is looked up in the organisation by its name.
   * Undefined for kinds that Terraform cannot look up.
   */
  find(definition: Definition): DeployedDefinition | undefined {
    const known = this.#known.get(definition);
    if (known) return known;
    const found = lookUp(this.stack, definition, (other) => this.find(other)?.id);
    if (found) this.#known.set(definition, found);
    return found;
  }

  /** The id of a definition, where it can be had. */
  idOf(definition: Definition): string | undefined {
    return this.find(definition)?.id;
  }

  /** Everything that must be there before whatever uses these definitions, in an order that does not depend on theirs. */
  dependencies(definitions: readonly Definition[]): ITerraformDependable[] {
    const elements = [...definitions].sort(byKindAndName).map((definition) => this.find(definition)?.element);
    return [...new Set(elements.filter((element) => element !== undefined))];
  }
}
