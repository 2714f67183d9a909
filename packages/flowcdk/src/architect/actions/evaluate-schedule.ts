import { action, actionForm, type NodeOf } from '../action';
import { nameOf, paths, struct, value } from '../forms';
import type { Schedule } from '../types';
import { literalScalar, type Value, valueNode } from '../values';
import { timeZone } from '../words';
import { type Actions, branchOf, pathsOf } from './branches';
import { emergencyGroup, evaluate, type ScheduleOptions, scheduleValues } from './schedule';

export const evaluateScheduleForm = actionForm({
  evidence: 'seen',
  fields: {
    evaluationType: struct({
      schedule: struct({
        selectedSchedule: value('schedule'),
        name: nameOf('schedule'),
        evaluationTimeZone: timeZone,
        scheduleTimeZone: timeZone,
        evaluate,
      }),
    }),
    // The same fields directly in the action. This form was inferred before a real file was known.
    evaluate,
    schedule: value('schedule'),
    evaluationTimeZone: timeZone,
    emergencyGroup,
    outputs: paths('active', 'inactive', 'emergency'),
  },
});

export type EvaluateScheduleAction = NodeOf<'evaluateSchedule', typeof evaluateScheduleForm>;

/** The schedule, its time zone, and the paths after it. */
export interface EvaluateScheduleOptions extends ScheduleOptions {
  readonly schedule: Value<Schedule>;
  /** The time zone of the schedule's times, such as `Europe/Berlin`. @default UTC (believed) */
  readonly timeZone?: Value<string> | undefined;
  readonly onActive?: Actions | undefined;
  readonly onInactive?: Actions | undefined;
  readonly onEmergency?: Actions | undefined;
}

/**
 * Evaluate Schedule: checks whether a moment lies within a schedule.
 *
 * @example
 * ```ts
 * evaluateSchedule('Lunch?', { schedule: lunchBreak, at: moment, timeZone: 'Europe/Berlin' })
 * ```
 * ```yaml
 * evaluateSchedule:
 *   name: Lunch?
 *   evaluationType:
 *     schedule:
 *       selectedSchedule: { lit: { name: Lunch break } }
 *       evaluationTimeZone: Europe/Berlin
 *       scheduleTimeZone: { lit: Europe/Berlin }
 *       evaluate: { dateTime: { exp: Flow.moment } }
 * ```
 */
export function evaluateSchedule(name: string, options: EvaluateScheduleOptions): EvaluateScheduleAction {
  const { evaluate: moment, emergencyGroup: group } = scheduleValues(options);
  const zone = options.timeZone === undefined ? undefined : valueNode(options.timeZone);
  const bare = literalScalar(zone);
  return action(evaluateSchedule, 'evaluateSchedule', evaluateScheduleForm, {
    name,
    evaluationType: {
      schedule: {
        selectedSchedule: valueNode(options.schedule),
        ...(zone === undefined
          ? {}
          : { evaluationTimeZone: typeof bare === 'string' ? bare : zone, scheduleTimeZone: zone }),
        evaluate: moment,
      },
    },
    ...(options.emergencyGroup === undefined ? {} : { emergencyGroup: group }),
    outputs: pathsOf({
      active: branchOf(options.onActive),
      inactive: branchOf(options.onInactive),
      emergency: branchOf(options.onEmergency),
    }),
  });
}
