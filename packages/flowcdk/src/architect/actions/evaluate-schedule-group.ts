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

/**
 * Which schedule group is looked at, and how the flow goes on when it is open, closed, on holiday or in an emergency.
 */
export interface EvaluateScheduleGroupOptions extends ScheduleOptions {
  readonly scheduleGroup: Value<ScheduleGroup>;
  /** Where the names of the schedules go that decided. */
  readonly inServiceSchedules?: Assignable<readonly string[]> | undefined;
  readonly onOpen?: Actions | undefined;
  readonly onClosed?: Actions | undefined;
  readonly onHoliday?: Actions | undefined;
  readonly onEmergency?: Actions | undefined;
}

/**
 * Evaluate Schedule Group: are we open? An emergency comes before a holiday, a holiday before closed, closed before
 * open (believed).
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
