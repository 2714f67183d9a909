import { propertyName, reservedInputs } from '../../data-action/limits';
import { schemaDefect } from '../runtime/data-actions/contract';
import type { ActionDraft } from '../state/tables/data-action';
import { fieldsOf, type JsonObject, textOf } from '../state/json';

/** The types of inputs. The platform accepts no lists and no objects as inputs (documented). */
const scalars = ['string', 'integer', 'number', 'boolean', 'null'];

/** Everything in a contract that the platform refuses (documented), with the correction. */
export function contractDefects(contract: ActionDraft['contract']): readonly string[] {
  const noSchema = schemaDefect(contract);
  if (noSchema !== undefined) return [noSchema];
  return [
    ...inputDefects(contract?.input.inputSchema ?? {}),
    ...nestedLists(contract?.output.successSchema ?? {}, 'contract.output', false),
  ];
}

const typesIn = (schema: JsonObject): readonly (string | undefined)[] => {
  const { type } = schema;
  return type === undefined ? [] : Array.isArray(type) ? type.map(textOf) : [textOf(type)];
};

const inputDefects = (schema: JsonObject): readonly string[] =>
  Object.entries(fieldsOf(schema['properties'])).flatMap(([name, property]) => {
    const where = `contract.input: the input '${name}'`;
    if (reservedInputs.has(name)) return [`${where} has a name that the platform keeps for itself`];
    if (!propertyName.test(name)) return [`${where} has a name that does not fit; expected letters, digits, - and _`];
    const wrong = typesIn(fieldsOf(property)).find((type) => !scalars.includes(type ?? ''));
    return wrong === undefined
      ? []
      : [`${where} is of type ${wrong}; expected ${scalars.join(', ')}, such as a text that holds JSON`];
  });

function nestedLists(schema: JsonObject, where: string, inList: boolean): readonly string[] {
  const isList = typesIn(schema).includes('array');
  if (isList && inList) return [`${where} is a list in a list; expected lists of texts, numbers, booleans or objects`];
  return [
    ...Object.entries(fieldsOf(schema['properties'])).flatMap(([name, property]) =>
      nestedLists(fieldsOf(property), `${where}.${name}`, inList),
    ),
    ...(isList ? nestedLists(fieldsOf(schema['items']), where, true) : []),
  ];
}
