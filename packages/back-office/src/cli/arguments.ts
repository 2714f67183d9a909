import { InvalidArgumentError } from 'commander';

export function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('A whole number is expected.');
  return Number(text);
}

export function portNumber(text: string): number {
  const port = wholeNumber(text);
  if (port > 65_535) throw new InvalidArgumentError('A port is at most 65535.');
  return port;
}

/** ISO 8601: a moment with its zone, or a day, which begins at midnight UTC. */
export function moment(text: string): Date {
  const [year = 0, month = 0, day = 0] = text.slice(0, 10).split('-').map(Number);
  // `Date` makes the third of March of the 31st of February.
  const isDay = new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day;
  const date = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?$/.test(text)
    ? new Date(text)
    : undefined;
  if (!date || !isDay || Number.isNaN(date.getTime()))
    throw new InvalidArgumentError('A day (2026-11-21) or a moment (2026-11-21T08:30:00Z) is expected.');
  return date;
}

/** @returns why a span of time is none; undefined where it is one */
export const spanProblem = (from: Date, to: Date): string | undefined =>
  from < to ? undefined : `--from (${from.toISOString()}) has to be before --to (${to.toISOString()}).`;

/** `0e8a7c1d-…,9f1b2c3d-…` */
export function queueIds(text: string): readonly string[] {
  const ids = text.split(',').map((id) => id.trim());
  const wrong = ids.filter((id) => !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id));
  if (wrong.length > 0) throw new InvalidArgumentError(`Ids of queues are expected; "${wrong.join(', ')}" is none.`);
  return ids;
}
