import type { ActionNode } from '../../architect/actions';
import { type ActionCodes, type ActionScope, branch, built } from '../action-parts';
import { object } from '../code';
import { typeOf } from '../variable-types';

/** Actions that ask whether a schedule is open. */
export const scheduleCodes: ActionCodes = {
  evaluateSchedule: (action, scope) => {
    const { selectedSchedule, evaluationTimeZone, scheduleTimeZone, evaluate } = action.evaluationType?.schedule ?? {};
    const zone = typeof scheduleTimeZone === 'object' ? scheduleTimeZone : undefined;
    return built(
      'evaluateSchedule',
      action.name,
      object({
        schedule: scope.values.of(selectedSchedule, 'schedule'),
        timeZone: evaluationTimeZone === undefined ? undefined : scope.values.of(zone, 'string'),
        at: evaluate?.kind === 'dateTime' ? scope.values.of(evaluate.content, 'dateTime') : undefined,
        emergencyGroup: groupOf(action.emergencyGroup, scope),
        onActive: branch(action.outputs?.active, scope),
        onInactive: branch(action.outputs?.inactive, scope),
        onEmergency: branch(action.outputs?.emergency, scope),
      }),
    );
  },
  evaluateScheduleGroup: (action, scope) =>
    built(
      'evaluateScheduleGroup',
      action.name,
      object({
        scheduleGroup: scope.values.of(action.scheduleGroup, 'scheduleGroup'),
        inServiceSchedules: scope.values.binding(action.inServiceSchedules, typeOf('string', true)),
        at: action.evaluate?.kind === 'dateTime' ? scope.values.of(action.evaluate.content, 'dateTime') : undefined,
        emergencyGroup: groupOf(action.emergencyGroup, scope),
        onOpen: branch(action.outputs?.open, scope),
        onClosed: branch(action.outputs?.closed, scope),
        onHoliday: branch(action.outputs?.holiday, scope),
        onEmergency: branch(action.outputs?.emergency, scope),
      }),
    ),
};

const groupOf = (group: ActionNode<'evaluateScheduleGroup'>['emergencyGroup'], { values }: ActionScope) =>
  group && 'kind' in group ? values.orUnset(group, 'emergencyGroup') : undefined;
