import { type Construct } from 'constructs';
import {
  ImportableResource,
  TerraformDataSource,
  TerraformResource,
  type TerraformMetaArguments,
  type TerraformProvider,
} from '../cdktf';
import { defineMembers, inputs } from './members';
import { generatorMetadata } from './provider';
import { rowsOf } from './rows';
import { type Config, identity, type Members, type RequiredKeys, type Schema } from './schema';
import { type Inputs, toHcl, toTerraform } from './synthesis';

/**
 * The class that {@link resource} makes from a table. It has the members that `cdktf get` would generate, without the
 * generated lines.
 */
export type ElementClass<B extends Base, T extends string, S extends Schema> = Statics<T, S> &
  Omit<B, 'prototype'> &
  Constructor<InstanceType<B> & Members<S> & Members<typeof identity>, S>;

type Base = typeof TerraformResource | typeof TerraformDataSource;

// `C` is the `…Config` interface of the class, so that editors and errors show it and not the table. Where no row is
// required, the configuration itself may be left out.
type Constructor<Instance, S extends Schema> = [RequiredKeys<S>] extends [never]
  ? { new <C extends Config<S> = Config<S>>(scope: Construct, id: string, config?: C): Instance }
  : { new <C extends Config<S> = Config<S>>(scope: Construct, id: string, config: C): Instance };

interface Statics<T extends string, S extends Schema> {
  /** The name of the type in Terraform. */
  readonly tfResourceType: T;
  /** The table from which the class is made. */
  readonly schema: S;
  /**
   * Imports an existing object of the org into the stack. `cdktf plan` writes its configuration.
   *
   * @param importToId construct id for the object
   * @param importFromId id of the object in the org
   */
  generateConfigForImport(
    scope: Construct,
    importToId: string,
    importFromId: string,
    provider?: TerraformProvider,
  ): ImportableResource;
}

/**
 * Makes the class of a resource from its table.
 *
 * ```ts
 * export class FlowOutcome extends resource('genesyscloud_flow_outcome', schema)<FlowOutcomeConfig> {}
 * ```
 */
export const resource = <T extends string, S extends Schema>(type: T, schema: S, of: Generator = generatorMetadata) =>
  elementClass(TerraformResource, type, schema, of);

/** Makes the class of a data source from its table. The stack only looks up its object. */
export const dataSource = <T extends string, S extends Schema>(type: T, schema: S, of: Generator = generatorMetadata) =>
  elementClass(TerraformDataSource, type, schema, of);

/** The provider to which a class belongs. */
type Generator = typeof generatorMetadata;

const elementClass = <B extends Base, T extends string, S extends Schema>(
  base: B,
  tfResourceType: T,
  schema: S,
  terraformGeneratorMetadata: Generator,
): ElementClass<B, T, S> => {
  const rows = rowsOf({ ...identity, ...schema });

  // Both bases take the same constructor arguments and synthesize the same way; TypeScript needs one of them named.
  class TableElement extends (base as Base as typeof TerraformResource) {
    static readonly tfResourceType = tfResourceType;
    static readonly schema = schema;

    static generateConfigForImport(
      scope: Construct,
      importToId: string,
      importFromId: string,
      provider?: TerraformProvider,
    ) {
      const from = { terraformResourceType: tfResourceType, importId: importFromId };
      return new ImportableResource(scope, importToId, provider ? { ...from, provider } : from);
    }

    [inputs]: Inputs;

    constructor(scope: Construct, id: string, config: TerraformMetaArguments = {}) {
      super(scope, id, {
        ...config,
        terraformResourceType: tfResourceType,
        terraformGeneratorMetadata,
      });
      this[inputs] = { ...config };
    }

    protected override synthesizeAttributes() {
      return toTerraform(rows, this[inputs]);
    }

    protected override synthesizeHclAttributes() {
      return toHcl(rows, this[inputs]);
    }
  }
  defineMembers(TableElement.prototype, rows);

  // The line above defined the members from the table. The compiler cannot see them.
  return TableElement as unknown as ElementClass<B, T, S>;
};
