import type { Construct } from 'constructs';
import type { Definition, DefinitionKind } from '../architect/definition';
import { type ITerraformDependable, TerraformStack } from '@flowcdk/provider-genesyscloud/cdktf';
import { type DeployedDefinition, lookUp } from './look-up';
import { byKindAndName, identity } from './order';

const stacks = new WeakMap<TerraformStack, Deployed>();

/** Knows, for one stack, which resource a definition has become. */
export class Deployed {
  readonly #known = new Map<Definition, DeployedDefinition>();
  /** What this stack creates, by identity. */
  readonly #created = new Map<string, DeployedDefinition>();

  private constructor(private readonly stack: TerraformStack) {}

  /** The one of the stack that a construct belongs to. */
  static of(scope: Construct): Deployed {
    const stack = TerraformStack.of(scope);
    const deployed = stacks.get(stack) ?? new Deployed(stack);
    stacks.set(stack, deployed);
    return deployed;
  }

  /** Records that this stack creates the definition. */
  create(definition: Definition, deployed: DeployedDefinition): void {
    this.#known.set(definition, deployed);
    this.#created.set(identity(definition), deployed);
  }

  /** True where this stack creates the definition itself. */
  has(definition: Definition): boolean {
    return this.#known.has(definition);
  }

  /** The definitions of a kind that this stack creates, so far. */
  created(kind: DefinitionKind): readonly Definition[] {
    return [...this.#known.keys()].filter((definition) => definition.definition === kind && !definition.existing);
  }

  /**
   * The resource of a definition. What a flow of a file names is meant by its name. If this stack does not create the definition, it is looked up in the organisation by
   * its name. Undefined for kinds that Terraform cannot look up.
   */
  find(definition: Definition): DeployedDefinition | undefined {
    const known = this.#known.get(definition);
    if (known) return known;
    const created = definition.isMeantByName ? this.#created.get(identity(definition)) : undefined;
    if (created) return created;
    const lookedUp = lookUp(this.stack, definition, (other) => this.find(other)?.id);
    if (lookedUp) this.#known.set(definition, lookedUp);
    return lookedUp;
  }

  /** The id of a definition; undefined where Terraform cannot look it up. */
  idOf(definition: Definition): string | undefined {
    return this.find(definition)?.id;
  }

  /**
   * The elements that must exist before a user of these definitions, in an order that does not depend on the order of
   * the definitions.
   */
  dependencies(definitions: readonly Definition[]): ITerraformDependable[] {
    const elements = [...definitions].sort(byKindAndName).map((definition) => this.find(definition)?.element);
    return [...new Set(elements.filter((element) => element !== undefined))];
  }
}
