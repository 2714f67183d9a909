import { action, actionForm, type NodeOf } from '../action';
import { paths, required, value } from '../forms';
import type { Schedule } from '../types';
import { orNoValue, type Value, valueNode } from '../values';
import { type Actions, branchOf, pathsOf } from './branches';
import { emergencyGroup, evaluate, type ScheduleOptions, scheduleValues } from './schedule';

export const evaluateScheduleForm = actionForm({
  evidence: 'inferred',
  fields: {
    evaluate,
    schedule: required(value('schedule')),
    evaluationTimeZone: value('string'),
    emergencyGroup,
    outputs: paths('active', 'inactive', 'emergency'),
  },
});

export type EvaluateScheduleAction = NodeOf<'evaluateSchedule', typeof evaluateScheduleForm>;

/** Which schedule is looked at, in which time zone, and how the flow goes on. */
export interface EvaluateScheduleOptions extends ScheduleOptions {
  readonly schedule: Value<Schedule>;
  /** As `Europe/Berlin`. @default UTC (believed) */
  readonly timeZone?: Value<string> | undefined;
  readonly onActive?: Actions | undefined;
  readonly onInactive?: Actions | undefined;
  readonly onEmergency?: Actions | undefined;
}

/**
 * Evaluate Schedule: is it within one schedule? The form is inferred; `evaluationTimeZone` is documented in the
 * change log of the scripting SDK.
 *
 * @example
 * ```ts
 * evaluateSchedule('Lunch?', { schedule: lunchBreak, at: moment, timeZone: 'Europe/Berlin' })
 * ```
 * ```yaml
 * evaluateSchedule:
 *   name: Lunch?
 *   evaluate: { dateTime: { exp: Flow.moment } }
 *   schedule: { lit: { name: Lunch break } }
 *   evaluationTimeZone: { lit: Europe/Berlin }
 *   emergencyGroup: { noValue: true }
 * ```
 */
export function evaluateSchedule(name: string, options: EvaluateScheduleOptions): EvaluateScheduleAction {
  return action(evaluateSchedule, 'evaluateSchedule', evaluateScheduleForm, {
    name,
    schedule: valueNode(options.schedule),
    evaluationTimeZone: orNoValue(options.timeZone),
    ...scheduleValues(options),
    outputs: pathsOf({
      active: branchOf(options.onActive),
      inactive: branchOf(options.onInactive),
      emergency: branchOf(options.onEmergency),
    }),
  });
}
