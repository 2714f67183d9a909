import Ajv from 'ajv';
import { fieldsOf, type Json, type JsonObject, omit } from '../../state/json';
import type { Entity } from '../../state/org';

const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
/** What is wrong with the inputs or the result of a data action by its contract; nothing where it fits. */
export type ContractCheck = (value: Json) => readonly string[];

export interface ContractChecks {
  readonly input: ContractCheck;
  readonly output: ContractCheck;
}

export function contractChecks(action: Entity): ContractChecks {
  const { input, output } = fieldsOf(action['contract']);
  return {
    input: checkOf(fieldsOf(fieldsOf(input)['inputSchema'])),
    output: checkOf(fieldsOf(fieldsOf(output)['successSchema'])),
  };
}

const NOTHING: readonly string[] = [];

function checkOf(schema: JsonObject): ContractCheck {
  if (Object.keys(schema).length === 0) return () => NOTHING;
  // Contracts are of draft 4; what differs from later ones is its name.
  const plain = omit(schema, ['$schema', 'id', '$id']);
  const validate = ajv.compile(plain);
  // It would keep every contract there ever was.
  ajv.removeSchema(plain);
  return (value) => {
    if (validate(value)) return NOTHING;
    return (validate.errors ?? []).map(({ instancePath, message, params }) => {
      const where = instancePath === '' ? '' : `${instancePath.slice(1).replaceAll('/', '.')} `;
      const extra = (params as { readonly additionalProperty?: string }).additionalProperty;
      return `${where}${message ?? 'does not fit the contract'}${extra === undefined ? '' : ` '${extra}'`}`;
    });
  };
}
