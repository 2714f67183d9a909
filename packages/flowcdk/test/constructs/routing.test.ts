import {
  callRoute,
  disconnect,
  existing,
  holdMusic,
  inboundCall,
  inqueueCall,
  minutes,
  queue,
  scheduleGroup,
  seconds,
  task,
  wrapupCode,
} from '../../src';
import { stackOf } from './private/stack';

test('a queue with what agents can say of its calls', () => {
  const done = wrapupCode({ name: 'Done', description: 'Nothing is left to do' });
  const orders = queue({
    name: 'Orders',
    description: 'Orders and deliveries',
    afterCallWorkTimeout: minutes(2),
    wrapupCodes: [done, existing('wrapupCode', 'Wrong number')],
  });

  expect(stackOf([orders, done])).toMatchObject({
    resource: {
      genesyscloud_routing_queue: {
        orders: {
          name: 'Orders',
          description: 'Orders and deliveries',
          acw_wrapup_prompt: 'MANDATORY_TIMEOUT',
          acw_timeout_ms: 120000,
          wrapup_codes: [
            '${genesyscloud_routing_wrapupcode.done.id}',
            '${data.genesyscloud_routing_wrapupcode.wrapupCode-wrong-number.id}',
          ],
        },
      },
      genesyscloud_routing_wrapupcode: { done: { name: 'Done', description: 'Nothing is left to do' } },
    },
    data: { genesyscloud_routing_wrapupcode: { 'wrapupCode-wrong-number': { name: 'Wrong number' } } },
  });
});

test('a queue without options says only what it must', () => {
  expect(stackOf([queue({ name: 'Orders' })]).resource).toEqual({
    genesyscloud_routing_queue: { orders: { name: 'Orders', acw_wrapup_prompt: 'MANDATORY_TIMEOUT' } },
  });
});

const hours = scheduleGroup({
  name: 'Office',
  description: 'When somebody answers',
  timeZone: 'Europe/Paris',
  open: { days: ['friday', 'tuesday'], from: '08:30', to: '18:00' },
  holidays: [
    { name: 'Christmas Day', date: '2026-12-25' },
    { name: "New Year's Eve", date: '2026-12-31' },
  ],
});

test('opening hours start on a day on which they hold, and a holiday is a whole day', () => {
  // What is taken away goes after the group has let go of it.
  const lifecycle = { create_before_destroy: true };

  expect(stackOf([hours]).resource).toEqual({
    genesyscloud_architect_schedulegroups: {
      office: {
        name: 'Office',
        description: 'When somebody answers',
        time_zone: 'Europe/Paris',
        open_schedules_id: ['${genesyscloud_architect_schedules.office-open.id}'],
        holiday_schedules_id: [
          '${genesyscloud_architect_schedules.office-holiday-2026-12-25-christmas-day.id}',
          '${genesyscloud_architect_schedules.office-holiday-2026-12-31-new-year-s-eve.id}',
        ],
      },
    },
    genesyscloud_architect_schedules: {
      'office-open': {
        name: 'Office: open',
        start: '2024-01-02T08:30:00.000000',
        end: '2024-01-02T18:00:00.000000',
        rrule: 'FREQ=WEEKLY;BYDAY=TU,FR',
        lifecycle,
      },
      'office-holiday-2026-12-25-christmas-day': {
        name: 'Office: Christmas Day 2026-12-25',
        start: '2026-12-25T00:00:00.000000',
        end: '2026-12-26T00:00:00.000000',
        lifecycle,
      },
      'office-holiday-2026-12-31-new-year-s-eve': {
        name: "Office: New Year's Eve 2026-12-31",
        start: '2026-12-31T00:00:00.000000',
        end: '2027-01-01T00:00:00.000000',
        lifecycle,
      },
    },
  });
});

test.each([
  ['monday', 'MO', '2024-01-01'],
  ['tuesday', 'TU', '2024-01-02'],
  ['wednesday', 'WE', '2024-01-03'],
  ['thursday', 'TH', '2024-01-04'],
  ['friday', 'FR', '2024-01-05'],
  ['saturday', 'SA', '2024-01-06'],
  ['sunday', 'SU', '2024-01-07'],
] as const)('hours of a %s begin on one', (day, short, date) => {
  const group = scheduleGroup({
    name: 'Office',
    timeZone: 'Europe/Paris',
    open: { days: [day], from: '08:30', to: '18:00' },
    holidays: [],
  });

  expect(stackOf([group]).resource?.['genesyscloud_architect_schedules']?.['office-open']).toMatchObject({
    start: `${date}T08:30:00.000000`,
    rrule: `FREQ=WEEKLY;BYDAY=${short}`,
  });
});

const answer = (name: string) => inboundCall({ name, startUp: () => task('Answer', [disconnect()]) });

test('a call route says which flow answers which numbers, and when', () => {
  const [open, closed] = [answer('Open'), answer('Closed')];
  const route = callRoute({
    name: 'Support',
    description: 'The support line',
    numbers: ['+442079460102', '+442079460101'],
    openHours: open,
    closedHours: closed,
    holidayHours: closed,
    schedules: hours,
  });

  expect(stackOf([route, open, closed, hours]).resource?.['genesyscloud_architect_ivr']).toEqual({
    support: {
      name: 'Support',
      description: 'The support line',
      dnis: ['+442079460101', '+442079460102'],
      open_hours_flow_id: '${genesyscloud_flow.open.id}',
      closed_hours_flow_id: '${genesyscloud_flow.closed.id}',
      holiday_hours_flow_id: '${genesyscloud_flow.closed.id}',
      schedule_group_id: '${genesyscloud_architect_schedulegroups.office.id}',
    },
  });
});

test('a queue has its in-queue flow', () => {
  const waiting = inqueueCall({ name: 'Waiting', actions: () => [holdMusic('Music', { duration: seconds(30) })] });
  const orders = queue({ name: 'Orders', inQueueFlow: waiting });

  expect(stackOf([orders, waiting]).resource?.['genesyscloud_routing_queue']?.['orders']).toMatchObject({
    queue_flow_id: '${genesyscloud_flow.waiting.id}',
  });
});

test('everything that can lie in a division lies in that of the stack', () => {
  const open = answer('Open');
  const route = callRoute({ name: 'Support', numbers: ['+442079460101'], openHours: open, schedules: hours });
  const definitions = [queue({ name: 'Orders' }), wrapupCode({ name: 'Done' }), hours, open, route];
  const { resource, data } = stackOf(definitions, { division: 'Northwind ${EU}' });
  const { genesyscloud_flow: flows, ...others } = resource ?? {};
  const divisions = Object.values(others).flatMap((named) => Object.values(named).map((block) => block['division_id']));

  expect(data).toEqual({ genesyscloud_auth_division: { division: { name: 'Northwind $${EU}' } } });
  expect(divisions).toHaveLength(7);
  expect(new Set(divisions)).toEqual(new Set(['${data.genesyscloud_auth_division.division.id}']));
  // A flow says its division in its file.
  expect(flows).toEqual({ open: { filepath: 'flows/open.inboundCall.yaml' } });
});
