import type Ajv from 'ajv';
import { parsePattern, PatternError, searchMatch } from '@flowcdk/data-action-engines/java';
import { TooMuch, Work } from '@flowcdk/data-action-engines/java';
import { limits } from '../../../data-action/limits';
import { fieldsOf, isObject, itemsOf, type Json, type JsonObject, omit, textOf } from '../../state/json';
import type { ActionDraft } from '../../state/tables/data-action';

/** Checks inputs or a result against the contract. Gives the problems; none if the value fits. */
export type ContractCheck = (value: Json) => readonly string[];

export type ContractChecks = Readonly<Record<Side, ContractCheck>>;

/** A contract holds something that is no JSON schema. The message is for the author of the contract. */
class NoSchema extends Error {}

type Side = 'input' | 'output';

/** The checks of a data action. If its contract is no schema, they report that for every value. */
export function contractChecks(action: ActionDraft): ContractChecks {
  const { input, output } = schemasOf(action.contract);
  return { input: checkOrRefusal(input, 'input'), output: checkOrRefusal(output, 'output') };
}

/** Why a contract is no JSON schema of draft 4; undefined if it is one. */
export function schemaDefect(contract: ActionDraft['contract']): string | undefined {
  const schemas = schemasOf(contract);
  for (const side of ['input', 'output'] as const) {
    try {
      checkOf(schemas[side], side);
    } catch (problem) {
      if (!(problem instanceof NoSchema)) throw problem;
      return `contract.${side}: ${problem.message}`;
    }
  }
  return undefined;
}

const schemasOf = (contract: ActionDraft['contract']): Readonly<Record<Side, JsonObject>> => ({
  input: contract?.input.inputSchema ?? {},
  output: contract?.output.successSchema ?? {},
});

function checkOrRefusal(schema: JsonObject, side: Side): ContractCheck {
  try {
    return checkOf(schema, side);
  } catch (problem) {
    if (!(problem instanceof NoSchema)) throw problem;
    return () => [problem.message];
  }
}

const NOTHING: readonly string[] = [];

function checkOf(schema: JsonObject, side: Side): ContractCheck {
  if (Object.keys(schema).length === 0) return () => NOTHING;
  const validate = compiled(inDraft7(schema));
  return (value) => {
    try {
      if (validate(value)) return NOTHING;
      // An optional output that is null counts as absent (inferred).
      if (side === 'output' && validate(withoutOptionalNulls(value, schema))) return NOTHING;
    } catch (problem) {
      if (!(problem instanceof TooMuch)) throw problem;
      return [`a pattern ${problem.message}`];
    }
    return (validate.errors ?? []).map(({ instancePath, message, params }) => {
      const where = instancePath === '' ? '' : `${instancePath.slice(1).replaceAll('/', '.')} `;
      const extra = (params as { readonly additionalProperty?: string }).additionalProperty;
      return `${where}${message ?? 'does not fit the contract'}${extra === undefined ? '' : ` '${extra}'`}`;
    });
  };
}

/** Patterns are those of Java, and matching ends in bounded time. */
const regExp = Object.assign(
  (source: string) => {
    const pattern = parsePattern(source);
    return { test: (text: string) => searchMatch(text, pattern, new Work()), toString: () => source };
  },
  { code: 'javaPattern' },
);

let loaded: Ajv | undefined;

/**
 * The validator. It is loaded at its first use, because an org that runs no data action does not need it, and loading
 * it would take longer than all the rest.
 */
function ajv(): Ajv {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- An import would load it at once.
  const Checker = (require('ajv') as { readonly default: typeof Ajv }).default;
  return (loaded ??= new Checker({
    strict: false,
    allErrors: true,
    validateFormats: false,
    logger: false,
    code: { regExp },
  }));
}

function compiled(schema: JsonObject): ReturnType<Ajv['compile']> {
  try {
    return ajv().compile(schema);
  } catch (problem) {
    const why = problem instanceof PatternError ? `a pattern ${problem.message}` : (problem as Error).message;
    throw new NoSchema(why.replace(/^schema is invalid: data\/?/, ''));
  } finally {
    // Otherwise the validator would remember every contract for ever.
    loaded?.removeSchema(schema);
  }
}

/** Keywords whose value is a map of schemas. The author chooses the keys. */
const maps = new Set(['properties', 'patternProperties', 'definitions', 'dependencies']);
/** Keywords whose value is a schema, or a list of schemas. */
const inner = new Set(['items', 'additionalItems', 'additionalProperties', 'allOf', 'anyOf', 'oneOf', 'not']);

/** Translates a contract's schema from draft 4 to draft 7. */
function inDraft7(schema: JsonObject, depth = 0): JsonObject {
  if (depth > limits.deepestJson) throw new NoSchema(`is nested deeper than ${limits.deepestJson} levels`);
  if (schema['$ref'] !== undefined) throw new NoSchema('$ref is not supported');
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = schema;
  return {
    ...Object.fromEntries(
      Object.entries(omit(schema, ['$schema', 'id', '$id', 'exclusiveMinimum', 'exclusiveMaximum'])).map(
        ([keyword, value]) => {
          if (maps.has(keyword) && isObject(value)) {
            return [
              keyword,
              Object.fromEntries(
                Object.entries(value).map(([name, property]) => [name, eachInDraft7(property, depth)]),
              ),
            ];
          }
          return [keyword, inner.has(keyword) ? eachInDraft7(value, depth) : value];
        },
      ),
    ),
    ...(exclusiveMinimum === true && minimum !== undefined ? { exclusiveMinimum: minimum } : {}),
    ...(exclusiveMaximum === true && maximum !== undefined ? { exclusiveMaximum: maximum } : {}),
    ...(typeof exclusiveMinimum === 'number' ? { exclusiveMinimum } : {}),
    ...(typeof exclusiveMaximum === 'number' ? { exclusiveMaximum } : {}),
  };
}

function eachInDraft7(value: Json | undefined, depth: number): Json {
  if (Array.isArray(value)) return value.map((item: Json) => (isObject(item) ? inDraft7(item, depth + 1) : item));
  return isObject(value) ? inDraft7(value, depth + 1) : (value ?? null);
}

function withoutOptionalNulls(value: Json | undefined, schema: JsonObject): Json | undefined {
  if (Array.isArray(value)) {
    const items = fieldsOf(schema['items']);
    return value.map((item: Json) => withoutOptionalNulls(item, items) ?? null);
  }
  const properties = fieldsOf(schema['properties']);
  if (!isObject(value) || Object.keys(properties).length === 0) return value;
  const required = itemsOf(schema['required']).map(textOf);
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, property]) => {
      const known = Object.hasOwn(properties, name);
      if (known && property === null && !required.includes(name)) return [];
      return [[name, known ? withoutOptionalNulls(property, fieldsOf(properties[name])) : property]];
    }),
  ) as JsonObject;
}
