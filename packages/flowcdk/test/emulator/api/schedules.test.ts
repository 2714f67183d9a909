import { workflowYaml } from '../private/flows';
import { localOrg, messageOf } from '../private/local-org';
import { schedule as weekdays } from './private/inhabited';

const schedules = '/api/v2/architect/schedules';

const groups = '/api/v2/architect/schedulegroups';

const schedule = { name: 'Open', start: '2026-01-05T08:00:00.000000', end: '2026-01-05T18:00:00.000000' };

describe('schedules', () => {
  test('one that a group uses is not deleted', async () => {
    const org = localOrg();
    const id = await org.create(schedules, schedule);
    const group = await org.create(groups, { name: 'Hours', openSchedules: [{ id }], timeZone: 'Europe/Paris' });

    expect((await org.delete(`${schedules}/${id}`)).status).toBe(409);
    await org.delete(`${groups}/${group}`);
    expect((await org.delete(`${schedules}/${id}`)).status).toBe(200);
  });

  test.each([
    [{ start: 'today' }, "start: 'today' is no local time such as 2026-01-05T08:00:00.000000"],
    [{ end: '2026-01-05T07:00:00.000000' }, /is not after start/],
    [{ rrule: 'every day' }, /is no iCalendar rule/],
    [{ rrule: 'FREQ=HOURLY' }, /^rrule: the rule .* cannot be followed: FREQ=HOURLY is not emulated/],
    [{ rrule: 'FREQ=WEEKLY;BYDAY=MONDAY' }, /'MONDAY' is no day of the week/],
    [{ rrule: 'FREQ=YEARLY;BYWEEKNO=20' }, /BYWEEKNO is not emulated/],
  ])('what is none is refused: %j', async (wrong, message) => {
    expect(messageOf(await localOrg().post(schedules, { ...schedule, ...wrong }))).toMatch(message);
  });

  test.each([
    ['FREQ=WEEKLY;BYDAY=MO', '2026-01-05T08:00:00.000000', '2026-01-05T18:00:00.000000'],
    ['FREQ=WEEKLY;BYDAY=TU,FR', '2026-01-06T08:00:00.000000', '2026-01-06T18:00:00.000000'],
    ['FREQ=MONTHLY;BYMONTHDAY=31', '2026-01-31T08:00:00.000000', '2026-01-31T18:00:00.000000'],
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29', '2028-02-29T08:00:00.000000', '2028-02-29T18:00:00.000000'],
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31', '2026-01-05T08:00:00.000000', '2026-01-05T18:00:00.000000'],
  ])('one begins on the first day of its rule: %s', async (rrule, start, end) => {
    const org = localOrg();
    const id = await org.create(schedules, { ...schedule, rrule });

    expect((await org.get(`${schedules}/${id}`)).body).toMatchObject({ start, end });
    expect((await org.put(`${schedules}/${id}`, { ...schedule, rrule })).body).toMatchObject({ start, end });
  });

  test('a time zone is one that exists', async () => {
    expect(messageOf(await localOrg().post(groups, { name: 'Hours', timeZone: 'Europe/Nowhere' }))).toBe(
      "timeZone: there is no time zone 'Europe/Nowhere'",
    );
  });
});

test('a schedule a flow looks at stays', async () => {
  const org = localOrg();
  const id = await org.create('/api/v2/architect/schedules', weekdays);
  const evaluate = `          - evaluateSchedule:
              name: Open?
              evaluate:
                now: true
              schedule:
                lit:
                  name: Weekdays`;
  expect((await org.publish(workflowYaml('Ask', evaluate))).messages).toEqual([]);

  expect((await org.delete(`/api/v2/architect/schedules/${id}`)).status).toBe(409);
});
