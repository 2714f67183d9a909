import { action, actionForm, type NodeOf } from '../action';
import { binding, paths, required, value } from '../forms';
import type { ScheduleGroup } from '../types';
import { type Assignable, bindingNode, type Value, valueNode } from '../values';
import { type Actions, branchOf, pathsOf } from './branches';
import { emergencyGroup, evaluate, type ScheduleOptions, scheduleValues } from './schedule';

export const evaluateScheduleGroupForm = actionForm({
  evidence: 'seen',
  fields: {
    inServiceSchedules: binding('stringCollection'),
    evaluate,
    scheduleGroup: required(value('scheduleGroup')),
    emergencyGroup,
    outputs: paths('open', 'closed', 'holiday', 'emergency'),
  },
});

export type EvaluateScheduleGroupAction = NodeOf<'evaluateScheduleGroup', typeof evaluateScheduleGroupForm>;

/** The schedule group, and the paths for open, closed, holiday and emergency. */
export interface EvaluateScheduleGroupOptions extends ScheduleOptions {
  readonly scheduleGroup: Value<ScheduleGroup>;
  /** The variable for the names of the schedules that decided. */
  readonly inServiceSchedules?: Assignable<readonly string[]> | undefined;
  readonly onOpen?: Actions | undefined;
  readonly onClosed?: Actions | undefined;
  readonly onHoliday?: Actions | undefined;
  readonly onEmergency?: Actions | undefined;
}

/**
 * Evaluate Schedule Group: checks whether a schedule group is open. An emergency comes before a holiday, a holiday
 * before closed, closed before open (believed).
 *
 * @example
 * ```ts
 * evaluateScheduleGroup('Open?', { scheduleGroup: openingHours, onClosed: [disconnect()] })
 * ```
 * ```yaml
 * evaluateScheduleGroup:
 *   name: Open?
 *   inServiceSchedules: { noValue: true }
 *   evaluate: { now: true }
 *   scheduleGroup: { lit: { name: Opening hours } }
 *   emergencyGroup: { noValue: true }
 *   outputs: { closed: { actions: [{ disconnect: { name: Disconnect } }] } }
 * ```
 */
export function evaluateScheduleGroup(
  name: string,
  options: EvaluateScheduleGroupOptions,
): EvaluateScheduleGroupAction {
  return action(evaluateScheduleGroup, 'evaluateScheduleGroup', evaluateScheduleGroupForm, {
    name,
    inServiceSchedules: bindingNode(options.inServiceSchedules),
    scheduleGroup: valueNode(options.scheduleGroup),
    ...scheduleValues(options),
    outputs: pathsOf({
      open: branchOf(options.onOpen),
      closed: branchOf(options.onClosed),
      holiday: branchOf(options.onHoliday),
      emergency: branchOf(options.onEmergency),
    }),
  });
}
