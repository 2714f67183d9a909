import { optional } from '../architect/data-action-contract';
import { boolean, type Declarations, decimal, integer, string, type Type } from '../architect/types';
import { type ExportedAction, type JsonSchema, placeOfKey, velocity } from '../data-action';
import { propertiesOf, type TemplatedAction } from './data-action-templates';

/** A data action of an export file, as the rules for templates look at it: with the places of its texts in the file. */
export function templatedAction(exported: ExportedAction, file: string, text: string): TemplatedAction {
  const { name, config, contract } = exported;
  const { request, response } = config;
  return {
    definition: 'dataAction',
    name,
    input: declarationsOf(contract.input.inputSchema),
    contract: { input: contract.input.inputSchema, output: contract.output.successSchema },
    request: {
      method: request.requestType,
      url: velocity(request.requestUrlTemplate),
      headers: Object.fromEntries(Object.entries(request.headers).map(([key, value]) => [key, velocity(value)])),
      body: velocity(request.requestTemplate),
    },
    response,
    placeOf: (part) => placeOfKey(text, file, keyOf(part)),
  };
}

/**
 * The key in the file under which a text of an action stands: `url`, `header Accept`, `translationMap.id`. Defaults have
 * the keys of the map before them, so their place is that of all defaults.
 */
function keyOf(part: string): string {
  if (part === 'url') return 'requestUrlTemplate';
  if (part === 'body') return 'requestTemplate';
  return part.startsWith('translationMapDefaults.')
    ? 'translationMapDefaults'
    : part.replace(/^header |^translationMap\./, '');
}

const declarationsOf = (schema: JsonSchema): Declarations => {
  const required = (schema['required'] ?? []) as readonly unknown[];
  return Object.fromEntries(
    Object.entries(propertiesOf(schema)).map(([name, property]) => {
      const type = typeOf(property);
      return [name, required.includes(name) ? type : optional(type)];
    }),
  );
};

/** Inputs are scalars; what says no type is read as text. */
const typeOf = ({ type }: JsonSchema): Type<unknown> =>
  type === 'integer' ? integer() : type === 'number' ? decimal() : type === 'boolean' ? boolean() : string();
