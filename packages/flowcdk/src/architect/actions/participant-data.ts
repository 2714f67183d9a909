import { defined } from '../../ground/defined';
import { listOf, required, struct, value, variableName } from '../forms';
import { CONTRACT, type FromContract } from '../participant-data';
import { type Assignable, literal, type Value, type ValueNode, valueNode } from '../values';

/** `attributes:` of the actions that write. */
export const writtenAttributes = listOf(
  'attribute',
  struct({ name: required(value('string')), value: required(value('string')) }),
);

/** `attributes:` of the actions that read; the variable is a bare name. */
export const readAttributes = listOf(
  'attribute',
  struct({ name: required(value('string')), variable: required(variableName('string')) }),
);

/** Attributes to write: names with their values. Values are strings (documented). */
export type AttributeValues = Readonly<Record<string, Value<string> | undefined>>;

/** Attributes to read: names with the variables for their values. */
export type AttributeVariables = Readonly<Record<string, Assignable<string> | undefined>>;

export const toWrite = (attributes: object): readonly { readonly name: ValueNode; readonly value: ValueNode }[] =>
  entriesOf<Value<string>>(attributes).map(([name, value]) =>
    Object.freeze({ name: attributeName(name, attributes), value: valueNode(value) }),
  );

export const toRead = (attributes: object): readonly { readonly name: ValueNode; readonly variable: string }[] =>
  entriesOf<Assignable<string>>(attributes).map(([name, variable]) =>
    Object.freeze({ name: attributeName(name, attributes), variable: variable.name }),
  );

const entriesOf = <T>(attributes: object): readonly (readonly [string, T])[] =>
  Object.entries(defined(attributes) as Readonly<Record<string, T>>);

/** The name as a literal that remembers its contract, so that checks know the owner of the attribute. */
function attributeName(name: string, attributes: FromContract): ValueNode {
  const contract = attributes[CONTRACT];
  return contract ? Object.freeze({ ...literal(name), definition: contract }) : valueNode(name);
}
