import { answering, hoursOf, isActive } from '../../../../src/emulator/runtime/schedules/open-hours';
import { callFlowYaml } from '../../private/flows';
import { livingOrg } from '../private/living-org';

type Fields = Parameters<ReturnType<typeof livingOrg>['put']>[1];

const schedule = (org: ReturnType<typeof livingOrg>, name: string, start: string, end: string, rrule = '') =>
  org.put('schedule', { name, start: `${start}:00.000000`, end: `${end}:00.000000`, rrule });

// From nine to five on working days, from Monday 5 January 2026 on.
const office = ['2026-01-05T09:00', '2026-01-05T17:00', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR'] as const;
const wholeDay = ['2026-01-05T00:00', '2026-01-06T00:00', 'FREQ=WEEKLY'] as const;
const night = ['2026-01-05T22:00', '2026-01-06T06:00', 'FREQ=DAILY'] as const;
const fair = ['2026-01-05T00:00', '2026-01-09T00:00', ''] as const;
const wholeYear = ['2025-06-01T00:00', '2026-06-01T00:00', 'FREQ=YEARLY;COUNT=1'] as const;

test.each([
  [office, 'UTC', '2026-01-05T08:59:59Z', false],
  [office, 'UTC', '2026-01-05T09:00:00Z', true],
  [office, 'UTC', '2026-01-05T16:59:59.999Z', true],
  [office, 'UTC', '2026-01-05T17:00:00Z', false],
  [office, 'UTC', '2026-01-10T12:00:00Z', false],
  [office, 'UTC', '2026-01-01T12:00:00Z', false],
  // Nine o'clock in Berlin is eight in winter and seven in summer.
  [office, 'Europe/Berlin', '2026-01-05T08:00:00Z', true],
  [office, 'Europe/Berlin', '2026-07-06T06:59:59Z', false],
  [office, 'Europe/Berlin', '2026-07-06T07:00:00Z', true],
  // The days after the clocks go forward (29 March) and back (25 October).
  [office, 'Europe/Berlin', '2026-03-30T07:00:00Z', true],
  [office, 'Europe/Berlin', '2026-10-26T07:30:00Z', false],
  [office, 'Europe/Berlin', '2026-10-26T08:00:00Z', true],
  // Monday in Kiritimati is Sunday in London.
  [wholeDay, 'Pacific/Kiritimati', '2026-01-11T10:00:00Z', true],
  [wholeDay, 'Pacific/Kiritimati', '2026-01-12T10:00:00Z', false],
  [wholeDay, 'Asia/Kathmandu', '2026-01-11T18:15:00Z', true],
  [wholeDay, 'Asia/Kathmandu', '2026-01-11T18:14:59Z', false],
  [night, 'UTC', '2026-01-20T23:00:00Z', true],
  [night, 'UTC', '2026-01-21T05:59:00Z', true],
  [night, 'UTC', '2026-01-21T06:00:00Z', false],
  [night, 'UTC', '2026-01-05T05:00:00Z', false],
  [fair, 'UTC', '2026-01-08T23:59:00Z', true],
  [fair, 'UTC', '2026-01-09T00:00:00Z', false],
  [wholeYear, 'UTC', '2026-05-31T23:59:59Z', true],
  [wholeYear, 'UTC', '2026-06-01T00:00:00Z', false],
] as const)('%j in %s at %s: %s', ([start, end, rrule], zone, at, expected) => {
  const org = livingOrg();
  expect(isActive(schedule(org, 'one', start, end, rrule), Date.parse(at), zone)).toBe(expected);
});

test('a time zone nobody knows is refused', () => {
  const org = livingOrg();
  const opening = schedule(org, 'one', ...office);
  expect(() => isActive(opening, 0, 'Europe/Atlantis')).toThrow("there is no time zone 'Europe/Atlantis'");
});

const NOON = Date.parse('2026-01-05T12:00:00Z');
const refs = (...entities: readonly { readonly id: string }[]) => entities.map(({ id }) => ({ id }));

test.each([
  ['holidays come before closed hours', ['open', 'closed', 'holiday'], 'holiday', ['holiday']],
  ['closed hours come before open ones', ['open', 'closed'], 'closed', ['closed']],
  ['open hours', ['open'], 'open', ['open']],
  ['what lies in none of them is closed', [], 'closed', []],
] as const)('%s', (_, kinds, hours, names) => {
  const org = livingOrg();
  const group = org.put('scheduleGroup', {
    name: 'Hours',
    timeZone: 'UTC',
    ...Object.fromEntries(kinds.map((kind) => [`${kind}Schedules`, refs(schedule(org, kind, ...office))])),
  });
  const open = hoursOf(group, org.org, NOON);
  expect([open.hours, open.schedules.map(({ name }) => name)]).toEqual([hours, names]);
});

function routed(fields: (org: ReturnType<typeof livingOrg>) => Fields) {
  const org = livingOrg();
  const flows = Object.fromEntries(
    ['open', 'closed', 'holiday', 'emergency'].map((name) => [name, org.publish(callFlowYaml(name))]),
  );
  const ivr = org.put('ivr', {
    name: 'line',
    dnis: ['+33199000001'],
    openHoursFlow: { id: flows['open']?.id },
    closedHoursFlow: { id: flows['closed']?.id },
    ...fields(org),
  });
  return { org, ivr, flows };
}

const answered = ({ org, ivr }: ReturnType<typeof routed>): unknown => {
  const flow = answering(ivr, org.org, NOON);
  return typeof flow === 'string' ? flow : flow.name;
};

const group = (org: ReturnType<typeof livingOrg>, kind: 'open' | 'holiday', rrule = '') => ({
  scheduleGroup: {
    id: org.put('scheduleGroup', {
      name: 'Hours',
      [`${kind}Schedules`]: refs(schedule(org, 'one', '2026-01-05T09:00', '2026-01-05T17:00', rrule)),
    }).id,
  },
});

test('a call route without a schedule group is always open', () => {
  expect(answered(routed(() => ({})))).toBe('open');
});

test('a call route follows its schedule group', () => {
  expect(answered(routed((org) => group(org, 'open')))).toBe('open');
  expect(answered(routed((org) => group(org, 'holiday')))).toBe('closed');
});

test('an emergency comes before every schedule', () => {
  const route = routed((org) => group(org, 'open'));
  const calls = [{ emergencyFlow: { id: route.flows['emergency']?.id }, ivrs: [{ id: route.ivr.id }] }];
  const emergency = route.org.put('emergencyGroup', { name: 'Fire', enabled: false, emergencyCallFlows: calls });
  expect(answered(route)).toBe('open');
  route.org.org.put('emergencyGroup', { ...emergency, enabled: true });
  expect(answered(route)).toBe('emergency');
});

test('an emergency concerns the call routes that it names', () => {
  const route = routed(() => ({}));
  const other = route.org.put('ivr', { name: 'other', dnis: ['+33199000002'] });
  const emergencyFlow = { id: route.flows['emergency']?.id };
  const group = route.org.put('emergencyGroup', {
    name: 'Fire',
    enabled: true,
    emergencyCallFlows: [{ emergencyFlow, ivrs: [{ id: other.id }] }],
  });
  expect(answered(route)).toBe('open');
  route.org.org.put('emergencyGroup', {
    ...group,
    emergencyCallFlows: [{ emergencyFlow, ivrs: [{ id: other.id }, { id: route.ivr.id }] }],
  } as never);
  expect(answered(route)).toBe('emergency');
});

test('a call route whose schedule cannot be followed refuses calls and says why', () => {
  const { org } = routed((living) => group(living, 'open', 'FREQ=HOURLY'));
  expect(org.runtime.calls.place({ from: '+33142685300', to: '+33199000001' })).toBeUndefined();
  expect(org.events('call.refused')).toMatchObject([
    { reason: expect.stringMatching(/FREQ=HOURLY is not emulated/) as string },
  ]);
});
