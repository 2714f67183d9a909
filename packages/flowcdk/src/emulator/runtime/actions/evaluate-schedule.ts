import type { Schedule } from '../../state/tables/schedule';
import type { EvaluateScheduleAction } from '../../../architect/actions/evaluate-schedule';
import { ReferenceValue } from '../../../architect/expressions';
import { bound } from '../flow/bound';
import { FlowProblem } from '../flow/flow-problem';
import { SCHEDULE, STRING } from '../flow/types';
import { isInEmergency, momentOf } from '../schedules/evaluation';
import { isActive } from '../schedules/open-hours';
import { way } from '../flow/jump';
import type { Run, RunAction } from '../action-context';

/**
 * Decides whether a moment lies within a schedule. An emergency comes first (documented). If the moment or the time
 * zone is NOT_SET, the flow breaks (documented). The schedule's times are in its own time zone, else in the time zone
 * of the evaluation, else in UTC (believed).
 */
export const evaluateSchedule: RunAction<'evaluateSchedule'> = (action, run) => {
  const { emergencyGroup, outputs } = action;
  if (isInEmergency(run, emergencyGroup)) return way('emergency', outputs?.emergency);
  const of = action.evaluationType?.schedule;
  const schedule = scheduleOf(action, run);
  const at = momentOf(run, of?.evaluate ?? action.evaluate);
  const zone =
    zoneIn(run, of?.scheduleTimeZone) ?? zoneIn(run, of?.evaluationTimeZone) ?? zoneIn(run, action.evaluationTimeZone);
  return isActive(schedule, at, zone) ? way('active', outputs?.active) : way('inactive', outputs?.inactive);
};

/** The schedule that the action names by a value, or by a bare name. */
function scheduleOf(action: EvaluateScheduleAction, run: Run): Schedule {
  const of = action.evaluationType?.schedule;
  const node = of?.selectedSchedule ?? action.schedule;
  if (node === undefined && of?.name !== undefined) {
    const named = bound(run, 'schedule', of.name);
    if (!named) throw new FlowProblem(`the schedule '${of.name}' is not there any more`);
    return named;
  }
  const value = run.value(node, SCHEDULE);
  if (!(value instanceof ReferenceValue)) throw new FlowProblem('the schedule to evaluate is NOT_SET');
  const schedule = run.runtime.org.get('schedule', value.id);
  if (!schedule) throw new FlowProblem(`the schedule '${value.name}' is not there any more`);
  return schedule;
}

/** The name of a time zone; undefined if the action has none. */
function zoneIn(run: Run, zone: EvaluateScheduleAction['evaluationTimeZone']): string | undefined {
  if (zone === undefined || typeof zone === 'string') return zone;
  if (zone.kind === 'noValue') return undefined;
  const name = run.text(zone, STRING);
  if (name === undefined) throw new FlowProblem('the time zone of the evaluation is NOT_SET');
  return name;
}
