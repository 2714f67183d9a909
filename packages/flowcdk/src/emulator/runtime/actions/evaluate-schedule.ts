import { ReferenceValue } from '../../../architect/expressions';
import { FlowProblem } from '../flow/flow-problem';
import { SCHEDULE, STRING } from '../flow/types';
import { isInEmergency, momentOf } from '../schedules/evaluation';
import { isActive } from '../schedules/open-hours';
import { way } from '../flow/jump';
import type { RunAction } from './';

/**
 * Is a moment within a schedule? An emergency comes first (documented). A moment or a time zone that is NOT_SET breaks
 * the flow (documented); where no time zone is given it is UTC (believed).
 */
export const evaluateSchedule: RunAction<'evaluateSchedule'> = (action, run) => {
  const { schedule, evaluationTimeZone: zone, evaluate, emergencyGroup, outputs } = action;
  if (isInEmergency(run, emergencyGroup)) return way('emergency', outputs?.emergency);
  const value = run.value(schedule, SCHEDULE);
  if (!(value instanceof ReferenceValue)) throw new FlowProblem('the schedule to evaluate is NOT_SET');
  const found = run.runtime.org.get('schedule', value.id);
  if (!found) throw new FlowProblem(`the schedule '${value.name}' is not there any more`);
  const at = momentOf(run, evaluate);
  const timeZone = run.text(zone, STRING);
  if (timeZone === undefined && zone !== undefined && zone.kind !== 'noValue')
    throw new FlowProblem('the time zone of the evaluation is NOT_SET');
  return isActive(found, at, timeZone) ? way('active', outputs?.active) : way('inactive', outputs?.inactive);
};
