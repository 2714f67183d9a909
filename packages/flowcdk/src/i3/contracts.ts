import { isList, isObject, type Json, type JsonObject, type Part } from './part';

/** The contract of a data action, as the export holds it: flat JSON schemas, a property for each input and output. */
export interface DataActionContract {
  /** The integration, as flows name it. */
  readonly category: string;
  readonly name: string;
  readonly inputs: JsonObject;
  readonly outputs: JsonObject;
  /** The schema of the details of a failure. The platform's own is the same for all data actions. */
  readonly errors?: JsonObject;
}

/** A data table with the JSON schema of its columns. */
export interface DataTableSchema {
  readonly name: string;
  readonly schema: JsonObject;
}

/** A flow that this flow calls: a bot or a common module. */
export interface CalledFlow {
  /** What the public API calls the kind: `bot`, `commonmodule`. */
  readonly type: string;
  readonly name: string;
  readonly inputs?: JsonObject;
  readonly outputs?: JsonObject;
  readonly intents?: readonly string[];
}

export interface ContactListColumns {
  readonly name: string;
  readonly columns: readonly string[];
}

/** What an export holds about the objects around its flow. YAML has only their names. */
export interface Contracts {
  readonly dataActions: readonly DataActionContract[];
  readonly dataTables: readonly DataTableSchema[];
  readonly calledFlows: readonly CalledFlow[];
  readonly contactLists: readonly ContactListColumns[];
}

/** Takes the contracts from the editor's lists of an export. The other lists of the editor hold names that the actions repeat. */
export function contractsOf(notes: Part | undefined): Contracts {
  const listed = (key: string) => notes?.parts(key) ?? [];
  const contracts = {
    dataActions: listed('actionServiceActions').map(dataAction),
    dataTables: listed('dataTableTables').map(dataTable),
    calledFlows: [...listed('commonModuleFlows'), ...listed('botFlows')].map(calledFlow),
    contactLists: listed('contactList').map(contactList),
  };
  notes?.leaveRest('listed');
  return contracts;
}

const textOf = (json: Json | undefined): string => (typeof json === 'string' ? json : '');
const objectOf = (json: Json | undefined): JsonObject => (isObject(json) ? json : {});

function dataAction(part: Part): DataActionContract {
  const name = textOf(part.toContracts('name'));
  const category = textOf(part.toContracts('category'));
  const inputs = schemaOf(part, 'inputSchema', ['contract', 'input', 'inputSchemaFlattened', 'schema']);
  const outputs = schemaOf(part, 'successSchema', ['contract', 'output', 'successSchemaFlattened', 'schema']);
  const errors = schemaOf(part, 'errorSchema', ['contract', 'output', 'errorSchemaFlattened', 'schema']);
  part.leave('id', 'id');
  part.leave('editor', 'result');
  if (isRepeated(part, { inputs, outputs, errors })) part.leave('repeated', 'contract');
  else part.toContracts('contract');
  part.leaveRest('listed');
  const known = Object.keys(errors).length > 0 ? { errors: jsonSchema(errors) } : {};
  return { category, name, inputs: jsonSchema(inputs), outputs: jsonSchema(outputs), ...known };
}

/**
 * A schema as JSON Schema has it. An export says of each property by itself whether it is required, and repeats its
 * name.
 */
function jsonSchema(schema: JsonObject): JsonObject {
  const { properties, required, ...others } = schema;
  if (!isObject(properties)) return schema;
  const needed = new Set(isList(required) ? required : []);
  const entries = Object.entries(properties).map(([name, property]) => {
    if (!isObject(property)) return [name, property] as const;
    if (property.required === true) needed.add(name);
    const own = Object.entries(property).filter(
      ([key, value]) => key !== 'name' && !(key === 'required' && typeof value === 'boolean'),
    );
    return [name, jsonSchema(Object.fromEntries(own))] as const;
  });
  const list = needed.size > 0 ? { required: [...needed] } : {};
  return { ...others, properties: Object.fromEntries(entries), ...list };
}

/** The schema beside the contract, or the one in it. */
function schemaOf(part: Part, key: string, inContract: readonly string[]): JsonObject {
  const own = part.peek(key);
  if (isObject(own)) return objectOf(part.toContracts(key));
  return objectOf(inside(part, inContract));
}

const inside = (part: Part, [first = '', ...steps]: readonly string[]): Json | undefined =>
  steps.reduce<Json | undefined>((json, step) => (isObject(json) ? json[step] : undefined), part.peek(first));

/** Whether the contract holds the same schemas and nothing else. */
function isRepeated(
  part: Part,
  {
    inputs,
    outputs,
    errors,
  }: { readonly inputs: JsonObject; readonly outputs: JsonObject; readonly errors: JsonObject },
): boolean {
  const repeated = {
    input: { inputSchemaFlattened: { schema: inputs } },
    output: { errorSchemaFlattened: { schema: errors }, successSchemaFlattened: { schema: outputs } },
  };
  return isSame(part.peek('contract'), repeated);
}

/** Whether two JSON values are the same, whatever the order of keys. */
function isSame(left: Json | undefined, right: Json | undefined): boolean {
  if (Array.isArray(left) && Array.isArray(right))
    return left.length === right.length && left.every((item, i) => isSame(item as Json, right[i] as Json));
  if (!isObject(left) || !isObject(right)) return left === right;
  const keys = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...keys].every((key) => isSame(left[key], right[key]));
}

function dataTable(part: Part): DataTableSchema {
  const name = textOf(part.toContracts('name'));
  const schema = jsonSchema(objectOf(part.toContracts('schema')));
  part.leave('id', 'id');
  part.leaveRest('listed');
  return { name, schema };
}

function calledFlow(part: Part): CalledFlow {
  const type = textOf(part.toContracts('type'));
  const name = textOf(part.toContracts('name'));
  const inputs = part.toContracts('inputSchema');
  const outputs = part.toContracts('outputSchema');
  const training = part.part('nluInfo');
  const intents = training?.parts('intents').map((intent) => {
    const intentName = textOf(intent.toContracts('name'));
    intent.leaveRest('listed');
    return intentName;
  });
  training?.leaveRest('listed');
  part.leave('id', 'id');
  part.leaveRest('listed');
  return {
    type,
    name,
    ...(isObject(inputs) ? { inputs: jsonSchema(inputs) } : {}),
    ...(isObject(outputs) ? { outputs: jsonSchema(outputs) } : {}),
    ...(intents ? { intents } : {}),
  };
}

function contactList(part: Part): ContactListColumns {
  const name = textOf(part.toContracts('name'));
  const columns = part.toContracts('columnNames');
  part.leave('id', 'id');
  part.leaveRest('listed');
  return { name, columns: Array.isArray(columns) ? columns.map((column) => textOf(column as Json)) : [] };
}
