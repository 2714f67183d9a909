import { schedule, scheduleGroup } from '../../../../src/emulator/state/tables/schedule';
import { testTable } from '../private/table-test';

testTable(schedule, { name: 'Open', start: '2026-01-05T08:00:00.000000', end: '2026-01-05T18:00:00.000000' }, [
  [{ rrule: 'FREQ=DAILY' }, { rrule: 7 }, 'rrule is 7; expected a text of at most 1000 characters'],
]);

describe('a schedule group', () => {
  testTable(scheduleGroup, { name: 'Hours' }, [
    [{ openSchedules: [{ id: 's' }] }, { openSchedules: ['s'] }, 'openSchedules[0] is "s"; expected an object'],
  ]);
});
