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
 * Is a moment within a schedule? An emergency comes first (documented). A moment or a time zone that is NOT_SET breaks
 * the flow (documented); the schedule's times are told in its own time zone, else in that of the evaluation, else in UTC
 * (believed).
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

/** The schedule as a value, or by its bare name. */
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

/** A time zone by its name; undefined where none is given. */
function zoneIn(run: Run, zone: EvaluateScheduleAction['evaluationTimeZone']): string | undefined {
  if (zone === undefined || typeof zone === 'string') return zone;
  if (zone.kind === 'noValue') return undefined;
  const name = run.text(zone, STRING);
  if (name === undefined) throw new FlowProblem('the time zone of the evaluation is NOT_SET');
  return name;
}
