import { Archive, type ArchiveOptions } from '../../../../src/emulator/runtime/bus/archive';
import type { BusEvent } from '../../../../src/emulator/runtime/bus/bus-event';

const DAY = 86_400_000;
const archiveWith = (options: ArchiveOptions = {}) => new Archive('calls', 'bus', options);
const eventAt = (time: string, more: object = {}) => ({ version: '0', time, ...more }) as BusEvent;
const at = (time: string) => Date.parse(time);
const always = { from: new Date(0), to: new Date('2030-01-01T00:00:00Z') };

test('an archive gives the events between two moments, both included, in the order in which they happened', () => {
  const archive = archiveWith();
  for (const minute of ['03', '01', '02', '00', '04'])
    archive.keep(eventAt(`2026-01-05T10:${minute}:00Z`), at('2026-01-05T10:05:00Z'));
  const kept = archive.between({ from: new Date('2026-01-05T10:01:00Z'), to: new Date('2026-01-05T10:03:00Z') }, 0);
  expect(kept.map(({ time }) => time)).toEqual([
    '2026-01-05T10:01:00Z',
    '2026-01-05T10:02:00Z',
    '2026-01-05T10:03:00Z',
  ]);
});

test('an archive keeps no event that is sent again', () => {
  const archive = archiveWith();
  archive.keep(eventAt('2026-01-05T10:00:00Z', { 'replay-name': 'again' }), 0);
  expect(archive.between(always, 0)).toEqual([]);
});

test('an archive keeps the events of its pattern only', () => {
  const archive = archiveWith({ pattern: { 'detail-type': ['kept'] } });
  for (const type of ['kept', 'other']) archive.keep(eventAt('2026-01-05T10:00:00Z', { 'detail-type': type }), 0);
  expect(archive.between(always, 0)).toMatchObject([{ 'detail-type': 'kept' }]);
});

test('an archive keeps an event for its days, counted from when it came', () => {
  const archive = archiveWith({ retentionDays: 2 });
  archive.keep(eventAt('2026-01-05T10:00:00Z'), 1_000);
  expect(archive.between(always, 1_000 + 2 * DAY - 1)).toHaveLength(1);
  expect(archive.between(always, 1_000 + 2 * DAY)).toEqual([]);
});

test.each([undefined, 0])('an archive with retentionDays %p keeps events for ever', (retentionDays) => {
  const archive = archiveWith({ retentionDays });
  archive.keep(eventAt('2026-01-05T10:00:00Z'), 0);
  expect(archive.between(always, 10_000 * DAY)).toHaveLength(1);
});

test('an archive keeps at most 100,000 events', () => {
  const archive = archiveWith();
  const event = eventAt('2026-01-05T10:00:00Z');
  for (let i = 0; i < 99_999; i += 1) archive.keep(event, 0);
  expect(archive.isFull).toBe(false);
  archive.keep(event, 0);
  expect(archive.isFull).toBe(true);
  archive.keep(event, 0);
  expect(archive.between(always, 0)).toHaveLength(100_000);
});

test.each([
  ['a', true],
  ['a-b_c.9', true],
  ['a'.repeat(48), true],
  ['a'.repeat(49), false],
  ['', false],
  ['a b', false],
])('the name %p of an archive: %p', (name, isRight) => {
  const archive = () => new Archive(name, 'bus', {});
  if (isRight) expect(archive).not.toThrow();
  else expect(archive).toThrow('an archive has 1 to 48 letters');
});

test.each([-1, 1.5, NaN])('retentionDays cannot be %p', (retentionDays) => {
  expect(() => archiveWith({ retentionDays })).toThrow(`retentionDays is ${retentionDays}; expected a whole number`);
});
