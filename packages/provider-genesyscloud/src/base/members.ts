import { ComplexList, ComplexObject, Fn, type IInterpolatingParent } from '../cdktf';
import { isSingle, type Row, usageOf } from './rows';
import { type ValueType } from './schema';
import { type Inputs } from './synthesis';

/*
 * The members that a table adds to its class: `name`, `nameInput`, `resetName`, `putBlock`. They are defined once on
 * the prototype, so that an instance costs no more than its inputs.
 */

/** The key under which an instance keeps its inputs. */
export const inputs = Symbol('inputs');

interface WithInputs {
  [inputs]: Inputs;
}

/** An object with inputs that Terraform expressions can refer to: a resource, a data source or a block in it. */
interface Owner extends IInterpolatingParent, WithInputs {
  getStringAttribute(name: string): string;
  getNumberAttribute(name: string): number;
  getBooleanAttribute(name: string): unknown;
  getListAttribute(name: string): string[];
  getStringMapAttribute(name: string): Record<string, string>;
}

const tokens: Record<ValueType, (owner: Owner, name: string) => unknown> = {
  string: (owner, name) => owner.getStringAttribute(name),
  number: (owner, name) => owner.getNumberAttribute(name),
  bool: (owner, name) => owner.getBooleanAttribute(name),
  'list(string)': (owner, name) => owner.getListAttribute(name),
  // Only a list has a first element, so the set is converted into a list.
  'set(string)': (owner, name) => Fn.tolist(owner.getListAttribute(name)),
  'map(string)': (owner, name) => owner.getStringMapAttribute(name),
};

/** Adds the members of a table to a class whose instances are {@link Owner}s. */
export const defineMembers = (prototype: object, rows: readonly Row[]): void => {
  for (const row of rows) {
    const { set } = accessTo(row.name);
    const isInput = usageOf(row.field) !== 'computed';
    const isPlain = row.field.kind === 'attribute';
    Object.defineProperties(prototype, {
      [row.name]: { get: reader(row), ...(isInput && isPlain && { set }) },
      ...(isInput && inputMembers(row)),
      ...(!isPlain && { [`put${capitalize(row.name)}`]: { value: set } }),
    });
  }
};

/** Adds the members of a table to a provider. A provider has only its inputs to read. */
export const defineProviderMembers = (prototype: object, rows: readonly Row[]): void => {
  for (const row of rows) {
    const { get, set } = accessTo(row.name);
    Object.defineProperties(prototype, { [row.name]: { get, set }, ...inputMembers(row) });
  }
};

const inputMembers = ({ name, field }: Row): PropertyDescriptorMap => {
  const { get, reset } = accessTo(name);
  return {
    [`${name}Input`]: { get },
    ...(usageOf(field) !== 'required' && { [`reset${capitalize(name)}`]: { value: reset } }),
  };
};

const accessTo = (name: string) => ({
  get(this: WithInputs) {
    return this[inputs][name];
  },
  set(this: WithInputs, value: unknown) {
    this[inputs] = { ...this[inputs], [name]: value };
  },
  reset(this: WithInputs) {
    this[inputs] = { ...this[inputs], [name]: undefined };
  },
});

const capitalize = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);

const reader = ({ name, terraformName, field, nested }: Row): ((this: Owner) => unknown) => {
  if (field.kind === 'attribute') {
    const token = tokens[field.type];
    return function () {
      return token(this, terraformName);
    };
  }
  const isSet = field.nesting === 'set';
  const Item = itemClass(nested);
  if (isSingle(field)) {
    return function () {
      return new Item(this, terraformName, isSet, 0, new InputsWithin(this, name));
    };
  }
  class List extends ComplexList {
    get(index: number) {
      return new Item(this.terraformResource, this.terraformAttribute, isSet, index, { [inputs]: {} });
    }
  }
  return function () {
    return new List(this, terraformName, isSet);
  };
};

/** The inputs of a block that may occur only once. They are kept in the inputs of its owner. */
class InputsWithin implements WithInputs {
  constructor(
    private readonly owner: Owner,
    private readonly name: string,
  ) {}

  get [inputs](): Inputs {
    return (this.owner[inputs][this.name] as Inputs | undefined) ?? {};
  }

  set [inputs](value: Inputs) {
    this.owner[inputs] = { ...this.owner[inputs], [this.name]: value };
  }
}

const itemClass = (rows: readonly Row[]) => {
  class Item extends ComplexObject {
    readonly #holder: WithInputs;

    constructor(owner: IInterpolatingParent, name: string, isSet: boolean, index: number, own: WithInputs) {
      super(owner, name, isSet, index);
      this.#holder = own;
    }

    get [inputs](): Inputs {
      return this.#holder[inputs];
    }

    set [inputs](value: Inputs) {
      this.#holder[inputs] = value;
    }
  }
  defineMembers(Item.prototype, rows);
  return Item;
};
