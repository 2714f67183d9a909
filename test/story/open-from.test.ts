import { openFrom } from '../../src/story/open-from';

const hours = { timeZone: 'Europe/Paris', days: ['monday'], from: '08:30', to: '18:00', holidays: [] } as const;

test.each([
  ['within the hours of its time zone', hours, '2026-01-05T08:00:00.000Z'],
  ['in another zone', { ...hours, timeZone: 'America/New_York' }, '2026-01-05T14:00:00.000Z'],
  ['on a day on which it is open', { ...hours, days: ['wednesday'] as const }, '2026-01-07T08:00:00.000Z'],
  ['not on a holiday', { ...hours, holidays: [{ name: 'Day off', date: '2026-01-05' }] }, '2026-01-12T08:00:00.000Z'],
])('a story begins %s', (_, openingHours, expected) => {
  expect(openFrom(openingHours).toISOString()).toBe(expected);
});
