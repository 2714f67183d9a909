import type { Flow } from '../../state/tables/flow';
import type { Trigger } from '../../state/tables/trigger';
import { typeNamed } from '../../../architect/expressions';
import { type Json, type JsonObject } from '../../state/json';
import { problemOf } from '../flow/problem-of';
import { fromJson } from '../flow/from-json';
import { ANY } from '../flow/types';

/** The inputs that a workflow gets from an event. */
export interface TriggerInputs {
  /** By the full names of variables: `Flow.conversationId`. */
  readonly inputData: JsonObject;
  /** The names of inputs whose field has another type. They stay NOT_SET. */
  readonly mismatched: readonly string[];
}

/**
 * The inputs of a workflow from an event (documented): every plain field goes to the input of the same name, or the
 * whole event goes to the input `jsonData`. If the event lacks a field, its input stays NOT_SET (inferred). A field of
 * another type also leaves its input NOT_SET (assumed), and `mismatched` names it.
 */
export function triggerInputs(trigger: Trigger, flow: Flow, event: JsonObject): TriggerInputs {
  const declared = flow.variables.filter(({ isInput }) => isInput);
  const isWhole = trigger.target.workflowTargetSettings?.dataFormat === 'Json';
  const fields: JsonObject = isWhole ? { jsonData: event } : primitives(event);
  const inputData: Record<string, Json> = {};
  const mismatched: string[] = [];
  for (const { name, type } of declared) {
    const value = fields[name];
    if (value === undefined) continue;
    if (fits(value, type)) inputData[`Flow.${name}`] = value;
    else mismatched.push(name);
  }
  return { inputData, mismatched };
}

/** Arrays and objects are not passed (documented). */
const primitives = (event: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(event).filter(([, value]) => value !== null && typeof value !== 'object'));

/** Whether a value fits an input's type. A number, for example, is no text. */
function fits(value: Json, kind: string): boolean {
  const type = typeNamed(kind) ?? ANY;
  if (type.kind === 'string' && !type.collection) return typeof value === 'string';
  try {
    fromJson(value, type);
    return true;
  } catch (error) {
    if (!problemOf(error)) throw error;
    return false;
  }
}
