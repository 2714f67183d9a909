import { type Construct } from 'constructs';
import { TerraformProvider } from '../cdktf';
import { defineProviderMembers, inputs } from './members';
import { rowsOf } from './rows';
import { optional, type ProviderMembers, type Schema, type Struct } from './schema';
import { type Inputs, toHcl, toTerraform } from './synthesis';

/** The provider, and the versions for which these classes were written. */
export const generatorMetadata = { providerName: 'genesyscloud', providerVersionConstraint: '~> 1.82' };

const aliasing = {
  /** The name of this configuration of the provider, for stacks with more than one. */
  alias: optional('string'),
};

/** The configuration of a provider: its table and its alias. */
export type ProviderConfig<S extends Schema> = Struct<S> & Struct<typeof aliasing>;

/** The class that {@link provider} makes from a table. */
export type ProviderClass<T extends string, S extends Schema> = Omit<typeof TerraformProvider, 'prototype'> & {
  new <C extends ProviderConfig<S> = ProviderConfig<S>>(
    scope: Construct,
    id: string,
    config?: C,
  ): TerraformProvider & ProviderMembers<S> & ProviderMembers<typeof aliasing>;

  /** The name of the provider in Terraform. */
  readonly tfResourceType: T;
  /** The table from which the class is made. */
  readonly schema: S;
};

/** Makes the class of a provider from its table. */
export const provider = <T extends string, S extends Schema>(
  tfResourceType: T,
  terraformProviderSource: string,
  schema: S,
  terraformGeneratorMetadata: typeof generatorMetadata = generatorMetadata,
): ProviderClass<T, S> => {
  const rows = rowsOf({ ...schema, ...aliasing });

  class TableProvider extends TerraformProvider {
    static readonly tfResourceType = tfResourceType;
    static readonly schema = schema;

    [inputs]: Inputs;

    constructor(scope: Construct, id: string, config: Inputs = {}) {
      super(scope, id, {
        terraformResourceType: tfResourceType,
        terraformGeneratorMetadata,
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

  // The line above defined the members from the table. The compiler cannot see them.
  return TableProvider as unknown as ProviderClass<T, S>;
};
