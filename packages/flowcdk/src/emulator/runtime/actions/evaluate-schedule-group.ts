import { ReferenceValue } from '../../../architect/expressions';
import type { RunAction } from '../action-context';
import { FlowProblem } from '../flow/flow-problem';
import { SCHEDULE_GROUP } from '../flow/types';
import { isInEmergency, momentOf } from '../schedules/evaluation';
import { hoursOf } from '../schedules/open-hours';
import { way } from '../flow/jump';

/**
 * Decides whether the contact centre is open. An emergency overrides holidays, holidays override closed hours, and
 * closed hours override open hours. A moment in none of them is closed (documented). `inServiceSchedules` gets the
 * names of the schedules that decided (believed). A flow that only asks for an emergency sets no schedule group: without
 * an emergency it is closed (inferred from such flows). If it names no emergency group either, the flow breaks (believed).
 */
export const evaluateScheduleGroup: RunAction<'evaluateScheduleGroup'> = (action, run) => {
  const { scheduleGroup, evaluate, emergencyGroup, inServiceSchedules, outputs } = action;
  const emergency = isInEmergency(run, emergencyGroup);
  if (emergency) {
    run.bind(inServiceSchedules, []);
    return way('emergency', outputs?.emergency);
  }
  const value = run.value(scheduleGroup, SCHEDULE_GROUP);
  if (!(value instanceof ReferenceValue)) {
    if (emergency === undefined) throw new FlowProblem('the schedule group to evaluate is NOT_SET');
    run.bind(inServiceSchedules, []);
    return way('closed', outputs?.closed);
  }
  const group = run.runtime.org.get('scheduleGroup', value.id);
  if (!group) throw new FlowProblem(`the schedule group '${value.name}' is not there any more`);
  const { hours, schedules } = hoursOf(group, run.runtime.org, momentOf(run, evaluate));
  run.bind(
    inServiceSchedules,
    schedules.map(({ id, name }) => (typeof name === 'string' ? name : id)),
  );
  return way(hours, outputs?.[hours]);
};
