import { defined } from '../ground/defined';
import type { Addressed, Definition } from '../architect/definition';
import { definedBy, type HasOrigin, ORIGIN, sourceLine } from '../architect/origin';
import { scheduleTime } from './errors';
import type { Finding } from '../ground/finding';
import { nameProblems } from './name-problems';
import { type Times, timesOf, type When, whenProblems } from './when';

/** A named time, which may repeat, for schedule groups and for flows. */
export interface ScheduleDefinition extends Definition, HasOrigin {
  readonly definition: 'schedule';
  readonly description?: string;
  /** Undefined where something is wrong with it. */
  readonly times: Times | undefined;
  readonly problems?: readonly Finding[];
}

/** What {@link schedule} takes: a name, and when it is. */
export type ScheduleProps = {
  /** Unique in the organisation. */
  readonly name: string;
  readonly description?: string | undefined;
} & Addressed &
  When;

/**
 * Defines a schedule. It has no time zone of its own: the schedule group it belongs to has one, and so has the action
 * `evaluateSchedule`.
 *
 * @example
 * ```ts
 * const christmas = schedule({ name: 'Christmas Day', yearly: '25 december' });
 * const bankHoliday = schedule({ name: 'Spring bank holiday', yearly: 'last monday of may' });
 * const stocktaking = schedule({ name: 'Stocktaking', rule: 'FREQ=MONTHLY;BYDAY=1MO', from: '08:00', to: '10:00' });
 * const lunch = schedule({ name: 'Lunch', days: ['monday', 'friday'], from: '12:00', to: '13:00' });
 * ```
 */
export function schedule(props: ScheduleProps): ScheduleDefinition {
  const origin = definedBy(schedule);
  const at = sourceLine(origin);
  const { name, description, address } = props;
  const problems = [
    ...nameProblems('schedule', name, at),
    ...whenProblems(props).map(({ message, help }) => scheduleTime(`schedule ${name}`, message, help, at)),
  ];
  return Object.freeze({
    definition: 'schedule',
    name,
    ...defined({ description, address }),
    times: timesOf(props),
    problems,
    [ORIGIN]: origin,
  });
}
