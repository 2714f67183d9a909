import type { LaunchableWorkflow } from '../architect/flows/workflow';
import type { FlowKind } from '../ground/flow-kinds';
import type { SourceLine } from '../ground/source-line';
import { type Declarations, kindName, type Type } from '../architect/types';
import { flowOfAnotherKind } from '../ground/errors';
import {
  eventFieldMayMiss,
  inputNotInEvent,
  inputOfAnotherType,
  inputNotFilled,
  jsonDataInput,
  triggerDelay,
  triggerDescriptionTooLong,
  triggerEventTtl,
  triggerNameEmpty,
  triggerNameTooLong,
  triggerTiming,
} from './errors';
import type { Finding } from '../ground/finding';
import { criterionProblems } from './criteria-problems';
import { limits } from './limits';
import type { MatchCriterion } from './match-criteria';
import type { Topic } from './topic';
import type { DataFormat } from './trigger';

interface TriggerParts {
  readonly name: string;
  readonly topic: Topic;
  readonly matchCriteria: readonly MatchCriterion[];
  readonly target: LaunchableWorkflow;
  readonly dataFormat: DataFormat;
  readonly eventTtlSeconds?: number;
  readonly delayBySeconds?: number;
  readonly description?: string;
}

/** All problems of a trigger, as far as it shows them by itself. */
export function triggerProblems(trigger: TriggerParts, at: SourceLine | undefined): Finding[] {
  const path = `trigger ${trigger.name}`;
  return [
    ...textProblems(trigger, path, at),
    ...timingProblems(trigger, path, at),
    ...targetProblems(trigger.target, path, at),
    ...trigger.matchCriteria.flatMap((criterion) => criterionProblems(criterion, trigger.topic, path, at)),
    ...(trigger.dataFormat === 'Json'
      ? jsonInputProblems(trigger.target, path, at)
      : inputProblems(trigger.target.inputs, trigger.topic, path, at)),
  ];
}

/** The compiler refuses a definition of another kind. The kind of a flow in a file is known only now. */
const targetProblems = (
  { name, kind }: { readonly name: string; readonly kind?: FlowKind },
  path: string,
  at: SourceLine | undefined,
): Finding[] =>
  kind === undefined || kind === 'workflow' ? [] : [flowOfAnotherKind(path, 'target', name, kind, 'workflow', at)];

function textProblems({ name, description = '' }: TriggerParts, path: string, at: SourceLine | undefined): Finding[] {
  const { longestName, longestDescription } = limits;
  return [
    ...(name.trim() === '' ? [triggerNameEmpty(at)] : []),
    ...(name.length > longestName ? [triggerNameTooLong(path, name, longestName, at)] : []),
    ...(description.length > longestDescription
      ? [triggerDescriptionTooLong(path, description, longestDescription, at)]
      : []),
  ];
}

function timingProblems(trigger: TriggerParts, path: string, at: SourceLine | undefined): Finding[] {
  const { eventTtlSeconds: ttl, delayBySeconds: delay } = trigger;
  const { eventTtl, delayBy } = limits;
  const wrongTtl = ttl !== undefined && !(Number.isInteger(ttl) && ttl >= eventTtl.least);
  const wrongDelay =
    delay !== undefined && !(Number.isInteger(delay) && delay >= delayBy.least && delay <= delayBy.most);
  return [
    ...(wrongTtl ? [triggerEventTtl(path, ttl, eventTtl.least, at)] : []),
    ...(wrongDelay ? [triggerDelay(path, delay, delayBy.least, delayBy.most, at)] : []),
    ...(ttl !== undefined && delay !== undefined ? [triggerTiming(path, at)] : []),
  ];
}

function jsonInputProblems({ name, inputs }: LaunchableWorkflow, path: string, at: SourceLine | undefined): Finding[] {
  const { jsonData, ...others } = inputs;
  if (jsonData?.kind !== 'json' || jsonData.collection) return [jsonDataInput(path, name, Object.keys(inputs), at)];
  return Object.entries(others).flatMap(([input, type]) => (type.optional ? [] : [inputNotFilled(path, input, at)]));
}

/** Inputs against fields; nothing can be said where the payload is not published. */
function inputProblems(inputs: Declarations, topic: Topic, path: string, at: SourceLine | undefined): Finding[] {
  const fields = topic.fields;
  if (!fields) return [];
  const primitives = Object.keys(fields).filter((name) => isPrimitive(fields[name]));
  return Object.entries(inputs).flatMap(([name, input]): Finding[] => {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (!field || !isPrimitive(field)) return [inputNotInEvent(path, name, topic.name, primitives, at)];
    if (!accepts(input, field)) return [inputOfAnotherType(path, name, describe(input), describe(field), at)];
    return field.optional && !input.optional ? [eventFieldMayMiss(path, name, topic.name, at)] : [];
  });
}

const isPrimitive = (field: Type<unknown> | undefined): boolean =>
  field !== undefined && !field.collection && field.kind !== 'object' && field.kind !== 'json';

/** An input takes every value the field may have. */
const accepts = (input: Type<unknown>, field: Type<unknown>): boolean =>
  kindName(input) === kindName(field) &&
  (input.values === undefined || (field.values ?? []).every((value) => input.values?.includes(value))) &&
  (input.values === undefined || field.values !== undefined);

const describe = (type: Type<unknown>): string => (type.values ? type.values.join(' | ') : kindName(type));
