import {
  anything,
  bool,
  choice,
  either,
  type Form,
  nameOf,
  type NamedObject,
  objectNamed,
  required,
  struct,
  value,
} from '../forms';
import type { DateTime, EmergencyGroup } from '../types';
import { orNoValue, type Readable, type Value, type ValueNode, valueNode } from '../values';

/** The moment of the evaluation: now, or another moment (the second is inferred). */
export const evaluate = choice({ now: bool, dateTime: value('dateTime') });

/** An emergency group: a value, a bare name, or both, as in real files. */
export const emergencyGroup: Form<ValueNode | NamedObject> = either(
  value('emergencyGroup'),
  either(
    objectNamed('emergencyGroup'),
    struct({ lit: anything, name: required(nameOf('emergencyGroup')) }) as unknown as Form<NamedObject>,
    (node): node is NamedObject => !('lit' in node),
  ),
  (node): node is ValueNode => 'kind' in node,
);

export interface ScheduleOptions {
  /** The moment of the evaluation. @default now */
  readonly at?: Readable<DateTime> | undefined;
  /** The emergency group. While it is active, it comes before every schedule. */
  readonly emergencyGroup?: Value<EmergencyGroup> | undefined;
}

/** The values of `evaluate` and `emergencyGroup`. */
export const scheduleValues = ({
  at,
  emergencyGroup: group,
}: ScheduleOptions): { readonly [field: string]: unknown } => ({
  evaluate: at === undefined ? { kind: 'now', content: true } : { kind: 'dateTime', content: valueNode(at) },
  emergencyGroup: orNoValue(group),
});
