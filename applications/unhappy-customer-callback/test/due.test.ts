import 'flowcdk/testing/jest';
import { unhappyCall } from './private/unhappy-calls';

// When the call-back is due: supervisors are there, and the customer may be called. Times are of Paris.

/** A moment of January 2026 in Paris, where it is one hour later than UTC. */
const paris = (day: number, time: string): Date => new Date(`2026-01-${String(day).padStart(2, '0')}T${time}:00+01:00`);

const dueAt = async (
  begins: Date,
  settings: NonNullable<Parameters<typeof unhappyCall>[0]>['settings'] = {},
): Promise<number> => {
  const { callbacks } = await unhappyCall({ options: { at: begins }, settings });
  return callbacks[0]?.scheduledAt?.getTime() ?? Number.NaN;
};

test.each([
  ['a Monday at noon', paris(5, '12:00'), paris(5, '12:09')],
  ['a Monday evening', paris(5, '18:30'), paris(6, '09:00')],
  ['a few minutes before supervisors go', paris(5, '17:52'), paris(6, '09:00')],
  ['a Friday evening', paris(9, '18:30'), paris(12, '09:00')],
  ['a Saturday', paris(10, '15:00'), paris(12, '09:00')],
  ['the early morning', paris(7, '03:00'), paris(7, '09:00')],
])('the call-back for a call on %s', async (_, begins, due) => {
  const late = (await dueAt(begins)) - due.getTime();

  // It looks in steps of five minutes.
  expect(late).toBeGreaterThanOrEqual(0);
  expect(late).toBeLessThan(6 * 60_000);
});

test('nobody is called back on a holiday', async () => {
  const christmas = new Date('2026-12-24T18:30:00+01:00');

  expect(await dueAt(christmas)).toBeGreaterThanOrEqual(Date.parse('2026-12-28T09:00:00+01:00'));
  expect(await dueAt(christmas)).toBeLessThan(Date.parse('2026-12-28T09:06:00+01:00'));
});

test('supervisors who are there at night call nobody in quiet hours', async () => {
  const open = { days: ['monday', 'tuesday'] as const, from: '00:00', to: '23:59' };
  const due = await dueAt(paris(5, '21:00'), { supervisors: { open: { ...open, days: [...open.days] } } });

  expect(due).toBeGreaterThanOrEqual(paris(6, '08:00').getTime());
  expect(due).toBeLessThan(paris(6, '08:06').getTime());
});

test('the quiet hours are those of the customers, the hours those of the supervisors', async () => {
  const due = await dueAt(paris(5, '12:00'), {
    quietHours: { timeZone: 'America/New_York', from: '20:30', to: '08:00' },
  });

  // It is 6:00 in New York; 14:00 in Paris is 8:00 there.
  expect(due).toBeGreaterThanOrEqual(paris(5, '14:00').getTime());
  expect(due).toBeLessThan(paris(5, '14:06').getTime());
});

test('a call-back for which nobody is ever there fails, and says so', async () => {
  const { callbacks, reasons } = await unhappyCall({
    settings: {
      supervisors: { open: { days: ['sunday'], from: '02:00', to: '04:00' } },
      quietHours: { timeZone: 'Europe/Paris', from: '20:00', to: '08:00' },
    },
  });

  expect(callbacks).toEqual([]);
  expect(reasons).toEqual([
    expect.stringMatching(/^FAILED IN PART, .*; call-back FAILED: no supervisor within 14 days; chat POSTED$/),
  ]);
});
