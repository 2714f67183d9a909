import type { EvaluateScheduleAction } from '../../../architect/actions/evaluate-schedule';
import { DateTimeValue, ReferenceValue } from '../../../architect/expressions';
import type { Run } from '../action-context';
import { bound } from '../flow/bound';
import { FlowProblem } from '../flow/flow-problem';
import { DATE_TIME, EMERGENCY_GROUP } from '../flow/types';
import { isEmergency } from './open-hours';

/** The moment that an action evaluates, in milliseconds since 1970: now, unless the action names another one. */
export function momentOf(run: Run, evaluate: EvaluateScheduleAction['evaluate']): number {
  if (evaluate?.kind !== 'dateTime') return run.runtime.clock.now();
  const value = run.value(evaluate.content, DATE_TIME);
  // NOT_SET starts the error handling of the flow (documented).
  if (!(value instanceof DateTimeValue)) throw new FlowProblem('the moment to evaluate is NOT_SET');
  return value.milliseconds;
}

/** Whether the emergency group that an action names is active; undefined if it names none. NOT_SET means no group. */
export function isInEmergency(run: Run, emergencyGroup: EvaluateScheduleAction['emergencyGroup']): boolean | undefined {
  if (emergencyGroup === undefined) return undefined;
  if (!('kind' in emergencyGroup)) {
    const group = bound(run, 'emergencyGroup', emergencyGroup.name);
    if (!group) throw new FlowProblem(`the emergency group '${emergencyGroup.name}' is not there any more`);
    return isEmergency(group);
  }
  const value = run.value(emergencyGroup, EMERGENCY_GROUP);
  if (!(value instanceof ReferenceValue)) return undefined;
  const group = run.runtime.org.get('emergencyGroup', value.id);
  if (!group) throw new FlowProblem(`the emergency group '${value.name}' is not there any more`);
  return isEmergency(group);
}
