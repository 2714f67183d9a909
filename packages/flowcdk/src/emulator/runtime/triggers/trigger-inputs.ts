import type { Flow } from '../../state/tables/flow';
import type { Trigger } from '../../state/tables/trigger';
import { typeNamed } from '../../../architect/expressions';
import { type Json, type JsonObject } from '../../state/json';
import { problemOf } from '../flow/flow-problem';
import { fromJson } from '../flow/from-json';
import { ANY } from '../flow/types';

/** What a workflow gets of an event. */
export interface TriggerInputs {
  /** By the full names of variables: `Flow.conversationId`. */
  readonly inputData: JsonObject;
  /** Inputs whose field has another type; they stay NOT_SET. */
  readonly mismatched: readonly string[];
}

/**
 * The inputs of a workflow from an event (documented): every plain field as the input of the same name, or the whole
 * event as the one input `jsonData`. A field the event does not have leaves its input NOT_SET (inferred); so does one of
 * another type (assumed), which is told.
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

/** Whether an input of a type takes a value: a number is no text. */
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
