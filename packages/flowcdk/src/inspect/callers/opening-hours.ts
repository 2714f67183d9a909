import type { Thing } from '../stacks/stack-model';

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
export function callRoutesIn(things: readonly Thing[]): readonly CallRoute[] {
  const byId = new Map(things.map((thing) => [thing.id, thing]));
  return things
    .filter(({ kind }) => kind === 'call route')
    .map((route) => {
      const group = referenced(route, 'schedule_group_id', byId);
      const schedules = (name: string): readonly string[] =>
        listed(group, name, byId).map((schedule) => scheduleText(schedule));
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

const texts = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);

type ById = ReadonlyMap<string, Thing>;

/** The thing that `${type.name.id}` means. */
function thingAt(reference: unknown, { stack }: Thing, byId: ById): Thing | undefined {
  const [, address] = /^\$\{([\w.-]+)\.id\}$/.exec(typeof reference === 'string' ? reference : '') ?? [];
  return address === undefined ? undefined : byId.get(`${stack}/${address}`);
}

const referenced = (thing: Thing, name: string, byId: ById): Thing | undefined =>
  thingAt(thing.values[name], thing, byId);

function listed(thing: Thing | undefined, name: string, byId: ById): readonly Thing[] {
  const value = thing?.values[name];
  if (!thing || !Array.isArray(value)) return [];
  return value.flatMap((reference) => thingAt(reference, thing, byId) ?? []);
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

/** A schedule in words: `Monday, Tuesday 09:00 to 18:00`, or its only day. */
export function scheduleText({ name, values }: Thing): string {
  const [start, end, rule] = ['start', 'end', 'rrule'].map((key) => String(values[key] ?? ''));
  const time = (moment: string | undefined): string => (moment ?? '').slice(11, 16);
  const [from, to] = [time(start), time(end)];
  const isWholeDay = from === '00:00' && (to === '00:00' || to === '23:59');
  const hours = isWholeDay ? 'the whole day' : `${from} to ${to}`;
  const parts = new Map((rule ?? '').split(';').map((part) => part.split('=') as [string, string]));
  const named = (parts.get('BYDAY') ?? '').split(',').flatMap((day) => days[day] ?? []);
  if (named.length > 0) return `${named.join(', ')} ${hours}`;
  if (parts.get('FREQ') === 'DAILY') return `every day ${hours}`;
  if ((rule ?? '') !== '') return `${name}: ${rule ?? ''}, ${hours}`;
  return `${(start ?? '').slice(0, 10)} ${hours} (${name})`;
}
