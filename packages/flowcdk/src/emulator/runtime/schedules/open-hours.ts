import type { Org } from '../../state/org';
import type { EmergencyGroup } from '../../state/tables/emergency-group';
import type { Flow } from '../../state/tables/flow';
import type { Ivr } from '../../state/tables/ivr';
import type { Schedule, ScheduleGroup } from '../../state/tables/schedule';
import { FlowProblem } from '../flow/flow-problem';
import { isTimeZone, localTime } from './local-time';
import { DAY, type Recurrence, recurrence, UnknownRecurrence } from '../../../ground/recurrence';
import { isPublished } from '../../state/published';

/** The state of a schedule group at a moment. */
export type Hours = 'open' | 'closed' | 'holiday';

/** The time zone if neither the schedule group nor the action names one (believed). */
const DEFAULT_ZONE = 'UTC';

interface Times {
  /** The first start, in local time (milliseconds). */
  readonly start: number;
  /** The duration in milliseconds. */
  readonly lasts: number;
  readonly repeats: Recurrence;
}

const read = new WeakMap<Schedule, Times>();

function timesOf(schedule: Schedule): Times {
  const known = read.get(schedule);
  if (known) return known;
  const [start, end] = [localMilliseconds(schedule, 'start'), localMilliseconds(schedule, 'end')];
  const times = { start, lasts: end - start, repeats: repeatsOf(schedule, start) };
  read.set(schedule, times);
  return times;
}

function repeatsOf(schedule: Schedule, start: number): Recurrence {
  try {
    return recurrence(schedule.rrule ?? '', start);
  } catch (problem) {
    if (problem instanceof UnknownRecurrence) throw new FlowProblem(problem.message);
    throw problem;
  }
}

function localMilliseconds(schedule: Schedule, field: 'start' | 'end'): number {
  const written = schedule[field];
  const at = Date.parse(`${written.replace(/Z$/, '')}Z`);
  if (!Number.isNaN(at)) return at;
  throw new FlowProblem(`the schedule '${schedule.name}' has no ${field} that is a local time: '${written}'`);
}

/**
 * Whether a moment lies within a schedule. The start belongs to the schedule, the end does not (assumed). A schedule
 * that begins on one day may last into the next days.
 *
 * @param at milliseconds since 1970, UTC
 * @throws FlowProblem if the time zone is unknown or the recurrence rule cannot be followed
 */
export function isActive(schedule: Schedule, at: number, zone = DEFAULT_ZONE): boolean {
  if (!isTimeZone(zone)) throw new FlowProblem(`there is no time zone '${zone}'; they are named as Europe/Berlin`);
  const { start, lasts, repeats } = timesOf(schedule);
  const now = localTime(at, zone);
  const timeOfDay = start - Math.floor(start / DAY) * DAY;
  const newest = Math.floor((now - timeOfDay) / DAY);
  const oldest = Math.floor((now - timeOfDay - lasts) / DAY) + 1;
  for (let day = newest; day >= Math.max(oldest, Math.floor(start / DAY)); day -= 1)
    if (repeats.startsOn(day)) return true;
  return false;
}

/** The state of a schedule group, and the schedules that decided it. */
export interface GroupHours {
  readonly hours: Hours;
  readonly schedules: readonly Schedule[];
}

/**
 * The state of a schedule group at a moment. Holidays override closed hours, and closed hours override open hours. A
 * moment in none of them is closed (documented).
 *
 * @param at milliseconds since 1970, UTC
 */
export function hoursOf(group: ScheduleGroup, org: Org, at: number): GroupHours {
  const zone = group.timeZone ?? DEFAULT_ZONE;
  for (const [hours, field] of evaluated) {
    const schedules = (group[field] ?? [])
      .flatMap(({ id }) => org.get('schedule', id) ?? [])
      .filter((schedule) => isActive(schedule, at, zone));
    if (schedules.length > 0) return { hours, schedules };
  }
  return { hours: 'closed', schedules: [] };
}

const evaluated = [
  ['holiday', 'holidaySchedules'],
  ['closed', 'closedSchedules'],
  ['open', 'openSchedules'],
] as const;

/** Whether the emergency is declared. */
export const isEmergency = (group: EmergencyGroup): boolean => group.enabled === true;

/** The flow that answers a call route at a moment, or the reason why none does. */
export function answering(ivr: Ivr, org: Org, at: number): Flow | string {
  const emergency = emergencyFlowOf(ivr, org);
  if (emergency) return publishedOr(emergency);
  try {
    const group = org.get('scheduleGroup', ivr.scheduleGroup?.id ?? '');
    const hours = group ? hoursOf(group, org, at).hours : 'open';
    // Without a flow for holidays, holidays count as closed hours (assumed).
    const named = hours === 'holiday' && ivr.holidayHoursFlow === undefined ? 'closed' : hours;
    const flow = org.get('flow', ivr[`${named}HoursFlow`]?.id ?? '');
    if (!flow) return 'the call route has no flow for this hour';
    return publishedOr(flow);
  } catch (problem) {
    if (problem instanceof FlowProblem) return problem.message;
    throw problem;
  }
}

const publishedOr = (flow: Flow): Flow | string =>
  isPublished(flow) ? flow : `the flow '${flow.name}' of the call route is not published`;

/** The flow of an active emergency group for this call route. An emergency overrides every schedule (documented). */
function emergencyFlowOf(ivr: Ivr, org: Org): Flow | undefined {
  const flows = org
    .all('emergencyGroup')
    .filter(isEmergency)
    .flatMap((group) => group.emergencyCallFlows ?? [])
    .filter(({ ivrs = [] }) => ivrs.some(({ id }) => id === ivr.id));
  return flows.flatMap(({ emergencyFlow }) => org.get('flow', emergencyFlow.id) ?? [])[0];
}
