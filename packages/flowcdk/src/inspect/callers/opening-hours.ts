import { plainText, type StackResource } from '../stacks/stack-model';

/** Which flow answers a number, and when. */
export interface CallRoute {
  readonly name: string;
  readonly numbers: readonly string[];
  /** Ids of flows. */
  readonly open?: string | undefined;
  readonly closed?: string | undefined;
  readonly holiday?: string | undefined;
  readonly timeZone?: string | undefined;
  /** When the open flow answers, in words. */
  readonly openHours: readonly string[];
  readonly holidays: readonly string[];
}

/** The call routes of some stacks, in words. */
export function callRoutesIn(resources: readonly StackResource[]): readonly CallRoute[] {
  const byId = new Map(resources.map((resource) => [resource.id, resource]));
  return resources
    .filter(({ kind }) => kind === 'call route')
    .map((route) => {
      const group = referenced(route, 'schedule_group_id', byId);
      const schedules = (name: string): readonly string[] =>
        listed(group, name, byId).map((schedule) => scheduleText(schedule, group?.name));
      const zone = group?.values['time_zone'];
      return {
        name: route.name,
        numbers: texts(route.values['dnis']),
        open: referenced(route, 'open_hours_flow_id', byId)?.id,
        closed: referenced(route, 'closed_hours_flow_id', byId)?.id,
        holiday: referenced(route, 'holiday_hours_flow_id', byId)?.id,
        timeZone: typeof zone === 'string' ? zone : undefined,
        openHours: schedules('open_schedules_id'),
        holidays: schedules('holiday_schedules_id'),
      };
    });
}

const texts = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(plainText) : []);

type ById = ReadonlyMap<string, StackResource>;

/** The resource that `${type.name.id}` means. */
function resourceAt(reference: unknown, { stack }: StackResource, byId: ById): StackResource | undefined {
  const [, address] = /^\$\{([\w.-]+)\.id\}$/.exec(typeof reference === 'string' ? reference : '') ?? [];
  return address === undefined ? undefined : byId.get(`${stack}/${address}`);
}

const referenced = (resource: StackResource, name: string, byId: ById): StackResource | undefined =>
  resourceAt(resource.values[name], resource, byId);

function listed(resource: StackResource | undefined, name: string, byId: ById): readonly StackResource[] {
  const value = resource?.values[name];
  if (!resource || !Array.isArray(value)) return [];
  return value.flatMap((reference) => resourceAt(reference, resource, byId) ?? []);
}

const days: Readonly<Record<string, string>> = {
  MO: 'Monday',
  TU: 'Tuesday',
  WE: 'Wednesday',
  TH: 'Thursday',
  FR: 'Friday',
  SA: 'Saturday',
  SU: 'Sunday',
};

/** A schedule in words: `Monday to Friday 09:00 to 18:00`, or its only day. @param group whose schedule it is */
function scheduleText({ name, values }: StackResource, group = ''): string {
  const [start = '', end = '', rule = ''] = ['start', 'end', 'rrule'].map((key) => plainText(values[key]));
  const time = (moment: string): string => moment.slice(11, 16);
  const [from, to] = [time(start), time(end)];
  const isWholeDay = from === '00:00' && (to === '00:00' || to === '23:59');
  const hours = isWholeDay ? 'the whole day' : `${from} to ${to}`;
  const parts = new Map(rule.split(';').map((part) => part.split('=') as [string, string]));
  const named = weekdaysText((parts.get('BYDAY') ?? '').split(','));
  if (named !== '') return `${named} ${hours}`;
  if (parts.get('FREQ') === 'DAILY') return `every day ${hours}`;
  if (rule !== '') return `${name}: ${rule}, ${hours}`;
  const date = start.slice(0, 10);
  return `${date}${isWholeDay ? '' : ` ${hours}`}: ${dayName(name, group, date)}`;
}

/** `Monday to Wednesday, Saturday`. Two days in a row are a list. */
function weekdaysText(codes: readonly string[]): string {
  const all = Object.keys(days);
  const places = codes.flatMap((code) => (all.includes(code) ? [all.indexOf(code)] : [])).sort((a, b) => a - b);
  const rows: number[][] = [];
  for (const place of places) {
    const row = rows.at(-1);
    if (row && place === (row.at(-1) ?? 0) + 1) row.push(place);
    else rows.push([place]);
  }
  const dayAt = (place: number | undefined): string => days[all[place ?? 0] ?? ''] ?? '';
  return rows
    .map((row) => (row.length > 2 ? `${dayAt(row[0])} to ${dayAt(row.at(-1))}` : row.map(dayAt).join(', ')))
    .join(', ');
}

/** The name of a schedule without the name of its group and the date, which stand beside it. */
function dayName(name: string, group: string, date: string): string {
  const own = name.startsWith(`${group}: `) ? name.slice(group.length + 2) : name;
  return own.endsWith(` ${date}`) ? own.slice(0, -date.length - 1) : own;
}
