import {
  Decimal,
  type ExpressionOrg,
  JsonValue,
  MAX_INTEGER,
  parseTypedValue,
  readJson,
  type ReferenceKind,
  type Type,
  typeName,
  type Value,
} from '../../../architect/expressions';
import type { Json } from '../../state/json';
import { kindOfReference } from '../../state/kinds';
import { FlowProblem } from './flow-problem';

/**
 * Converts JSON from outside to a value of a variable's type. JSON's null becomes NOT_SET. An entity of the org, such
 * as a queue, is written as its id or its name (believed); `names` looks it up.
 */
export function fromJson(json: Json | undefined, type: Type, names?: ExpressionOrg): Value {
  if (json === undefined || json === null) return type.collection ? [] : null;
  if (type.collection) {
    if (!Array.isArray(json)) throw refused(json, type);
    return (json as readonly Json[]).map((item) => fromJson(item, { ...type, collection: false }, names));
  }
  switch (type.kind) {
    case 'json':
      return new JsonValue(readJson(JSON.stringify(json)));
    case 'string':
      return typeof json === 'string' ? json : JSON.stringify(json);
    case 'boolean':
      if (typeof json === 'boolean') return json;
      break;
    case 'integer':
      if (typeof json === 'number' && Number.isInteger(json) && Math.abs(json) <= MAX_INTEGER) return json;
      break;
    case 'decimal':
      if (typeof json === 'number' && new Decimal(json).isFinite()) return new Decimal(json);
      break;
    case 'any':
      return parseTypedValue(json).value;
    default:
      if (kindOfReference[type.kind] && names && typeof json === 'string') {
        const kind = type.kind as ReferenceKind;
        const reference = names.findById(kind, json) ?? names.findByName(kind, json);
        if (reference) return reference;
        break;
      }
      if (typeof json === 'string') return parseTypedValue(`${type.kind.toUpperCase()}:${json}`).value;
  }
  throw refused(json, type);
}

const refused = (json: Json, type: Type): FlowProblem =>
  new FlowProblem(`${JSON.stringify(json).slice(0, 60)} is no ${typeName(type)}`);
