import {
  Decimal,
  JsonValue,
  parseTypedValue,
  readJson,
  type Type,
  typeName,
  type Value,
} from '../../../architect/expressions';
import type { Json } from '../../state/json';
import { FlowProblem } from './flow-problem';

/** What came from outside as JSON, as a value of the type a variable has; JSON's null is NOT_SET. */
export function fromJson(json: Json | undefined, wanted: Type): Value {
  if (json === undefined || json === null) return wanted.collection ? [] : null;
  if (wanted.collection) {
    if (!Array.isArray(json)) throw refused(json, wanted);
    return (json as readonly Json[]).map((item) => fromJson(item, { ...wanted, collection: false }));
  }
  switch (wanted.kind) {
    case 'json':
      return new JsonValue(readJson(JSON.stringify(json)));
    case 'string':
      return typeof json === 'string' ? json : JSON.stringify(json);
    case 'boolean':
      if (typeof json === 'boolean') return json;
      break;
    case 'integer':
      if (typeof json === 'number' && Number.isInteger(json)) return json;
      break;
    case 'decimal':
      if (typeof json === 'number') return new Decimal(json);
      break;
    case 'any':
      return parseTypedValue(json).value;
    default:
      if (typeof json === 'string') return parseTypedValue(`${wanted.kind.toUpperCase()}:${json}`).value;
  }
  throw refused(json, wanted);
}

const refused = (json: Json, wanted: Type): FlowProblem =>
  new FlowProblem(`${JSON.stringify(json).slice(0, 60)} is no ${typeName(wanted)}`);
