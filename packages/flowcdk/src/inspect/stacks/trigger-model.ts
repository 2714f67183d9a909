import { criteriaResults } from '../../emulator/runtime/triggers/criteria';
import { isObject, type Json, type JsonObject, jsonIn } from '../../emulator/state/json';
import type { Criterion } from '../../emulator/state/tables/trigger';
import type { Topic } from '../../process-automation/topic';
import { topicByName } from '../../process-automation/topic-table';
import { isValues } from '../../apply/values';
import type { FlowModel } from '../flow/flow-model';
import { exampleOf } from './example-values';
import { plainText, type StackResource } from './stack-model';

/** A trigger as a page shows it. */
export interface TriggerModel {
  readonly resource: StackResource;
  readonly topic: string;
  /** What happens when an event of the topic is published; undefined for a topic that Flowcdk does not know. */
  readonly meaning: string | undefined;
  readonly isEnabled: boolean;
  readonly dataFormat: string;
  readonly delaySeconds: number;
  readonly criteria: readonly Criterion[];
  /** Id of the workflow. */
  readonly workflow: string | undefined;
  readonly fields: readonly { readonly name: string; readonly type: string; readonly isOptional: boolean }[];
  readonly example: {
    readonly event: JsonObject;
    readonly results: readonly { readonly jsonPath: string; readonly operator: string; readonly match: boolean }[];
  };
}

/** The triggers of some stacks, each with an event that fits. */
export const triggersIn = (resources: readonly StackResource[]): readonly TriggerModel[] =>
  resources.filter(({ kind }) => kind === 'trigger').map((resource) => triggerOf(resource, resources));

function triggerOf(resource: StackResource, resources: readonly StackResource[]): TriggerModel {
  const { values } = resource;
  const topic = plainText(values['topic_name']);
  const known = topicByName(topic);
  const target = Array.isArray(values['target']) ? values['target'][0] : values['target'];
  const settings: unknown = isValues(target) ? target['workflow_target_settings'] : undefined;
  const first: unknown = Array.isArray(settings) ? settings[0] : settings;
  const criteria = criteriaIn(values['match_criteria']);
  const event = exampleEvent(known, criteria);
  return {
    resource,
    topic,
    meaning: known?.meaning,
    isEnabled: values['enabled'] !== false,
    dataFormat: isValues(first) ? plainText(first['data_format'] ?? 'TopLevelPrimitives') : 'TopLevelPrimitives',
    delaySeconds: Number(values['delay_by_seconds'] ?? 0),
    criteria,
    workflow: resources.find(({ id, kind }) => kind === 'flow' && resource.refersTo.includes(id))?.id,
    fields: Object.entries(known?.fields ?? {}).map(([name, { kind, collection, optional }]) => ({
      name,
      type: collection ? `list of ${kind}` : kind,
      isOptional: optional === true,
    })),
    example: {
      event,
      results: criteriaResults(criteria, event).map(({ jsonPath, operator, match }) => ({ jsonPath, operator, match })),
    },
  };
}

function criteriaIn(value: unknown): readonly Criterion[] {
  const list = typeof value === 'string' ? jsonIn(value) : (value as Json);
  return Array.isArray(list) ? ((list as readonly Json[]).filter(isObject) as unknown as readonly Criterion[]) : [];
}

/** An event of a topic. Fields that the criteria compare have the value that they want. */
function exampleEvent(topic: Topic | undefined, criteria: readonly Criterion[]): JsonObject {
  const event: Record<string, Json | undefined> = {};
  for (const [name, { kind, collection }] of Object.entries(topic?.fields ?? {})) {
    const value = exampleOf({ type: kind }, name);
    event[name] = collection ? [value] : value;
  }
  for (const { jsonPath, operator, value, values } of criteria) {
    const [, name] = /^(?:\$\.)?([A-Za-z_]\w*)$/.exec(jsonPath) ?? [];
    if (name === undefined) continue;
    const first = Array.isArray(values) ? (values as readonly Json[])[0] : undefined;
    if (operator === 'Equal' || operator === 'Contains') event[name] = (value as Json | undefined) ?? null;
    else if (operator === 'In' && first !== undefined) event[name] = first;
    else if (operator === 'Exists' && value === false) event[name] = undefined;
  }
  return event;
}

/** An input of a workflow with the field of the event that it gets. */
export interface TriggerInput {
  readonly input: string;
  readonly type: string;
  readonly from: string | undefined;
  /** What it is for the example event. */
  readonly example: Json | undefined;
}

/** The inputs of a workflow with the field of the event that each gets, and its value in the example. */
export const inputsFrom = (
  { fields, dataFormat, example: { event } }: TriggerModel,
  { variables }: FlowModel,
): readonly TriggerInput[] =>
  variables
    .filter(({ isInput }) => isInput)
    .map(({ name, type }) => {
      const bare = name.replace(/^Flow\./, '');
      if (dataFormat === 'Json') {
        const isWhole = bare === 'jsonData';
        return {
          input: name,
          type,
          from: isWhole ? 'the whole event' : undefined,
          example: isWhole ? event : undefined,
        };
      }
      const from = fields.find((field) => field.name === bare)?.name;
      return { input: name, type, from, example: from === undefined ? undefined : event[from] };
    });
