import { type Construct } from 'constructs';
import { TerraformProvider } from '../cdktf';
import { defineProviderMembers, inputs } from './members';
import { rowsOf } from './rows';
import { optional, type ProviderMembers, type Schema, type Struct } from './schema';
import { type Inputs, toHcl, toTerraform } from './synthesis';

/** The provider and the versions of it these classes were written for. */
export const generatorMetadata = { providerName: 'genesyscloud', providerVersionConstraint: '~> 1.82' };

const aliasing = {
  /** Name of this configuration of the provider, when there is more than one. */
  alias: optional('string'),
};

/** The configuration of a provider: its table and its alias. */
export type ProviderConfig<S extends Schema> = Struct<S> & Struct<typeof aliasing>;

/** The class that {@link provider} makes of a table. */
export type ProviderClass<T extends string, S extends Schema> = Omit<typeof TerraformProvider, 'prototype'> & {
  new <C extends ProviderConfig<S> = ProviderConfig<S>>(
    scope: Construct,
    id: string,
    config?: C,
  ): TerraformProvider & ProviderMembers<S> & ProviderMembers<typeof aliasing>;

  /** The name of the provider in Terraform. */
  readonly tfResourceType: T;
  /** The table the class is made of. */
  readonly schema: S;
};

/** The class of a provider, made of its table. */
export const provider = <T extends string, S extends Schema>(
  tfResourceType: T,
  terraformProviderSource: string,
  schema: S,
): ProviderClass<T, S> => {
  const rows = rowsOf({ ...schema, ...aliasing });

  class TableProvider extends TerraformProvider {
    static readonly tfResourceType = tfResourceType;
    static readonly schema = schema;

    [inputs]: Inputs;

    constructor(scope: Construct, id: string, config: Inputs = {}) {
      super(scope, id, {
        terraformResourceType: tfResourceType,
        terraformGeneratorMetadata: generatorMetadata,
        terraformProviderSource,
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
  defineProviderMembers(TableProvider.prototype, rows);

  // The members were defined from the table a line above, where the compiler cannot see them.
  return TableProvider as unknown as ProviderClass<T, S>;
};
