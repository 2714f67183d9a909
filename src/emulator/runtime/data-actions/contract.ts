import Ajv, { type ValidateFunction } from 'ajv';
import { fieldsOf, type Json, type JsonObject, omit } from '../../state/json';
import type { Entity } from '../../state/org';

const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
const accept: Pick<ValidateFunction, never> & ((value: Json) => readonly string[]) = () => [];
const checks = new WeakMap<Entity, Readonly<Record<'input' | 'output', (value: Json) => readonly string[]>>>();

/** What is wrong with the inputs or the result of a data action by its contract; nothing where it fits. */
export function contractProblems(action: Entity, side: 'input' | 'output', value: Json): readonly string[] {
  let known = checks.get(action);
  if (!known) {
    const { input, output } = fieldsOf(action['contract']);
    known = {
      input: checkOf(fieldsOf(fieldsOf(input)['inputSchema'])),
      output: checkOf(fieldsOf(fieldsOf(output)['successSchema'])),
    };
    checks.set(action, known);
  }
  return known[side](value);
}

function checkOf(schema: JsonObject): (value: Json) => readonly string[] {
  if (Object.keys(schema).length === 0) return accept;
  // Contracts are of draft 4; what differs from later ones is its name.
  const validate = ajv.compile(omit(schema, ['$schema', 'id', '$id']));
  return (value) => {
    if (validate(value)) return [];
    return (validate.errors ?? []).map(({ instancePath, message, params }) => {
      const where = instancePath === '' ? '' : `${instancePath.slice(1).replaceAll('/', '.')} `;
      const extra = (params as { readonly additionalProperty?: string }).additionalProperty;
      return `${where}${message ?? 'does not fit the contract'}${extra === undefined ? '' : ` '${extra}'`}`;
    });
  };
}
