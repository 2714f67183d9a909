import { InvalidArgumentError } from 'commander';

const HOUR = 3_600_000;
const UNITS: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: HOUR };

/** Milliseconds of a time such as `90s`, `15m` or `1h`, for commander. One second to nine hours. */
export function duration(text: string): number {
  const [, number = '', unit = ''] = /^(\d{1,6})([smh])$/.exec(text) ?? [];
  const milliseconds = Number(number) * (UNITS[unit] ?? 0);
  if (milliseconds >= 1_000 && milliseconds <= 9 * HOUR) return milliseconds;
  throw new InvalidArgumentError('It has to be a time of one second to nine hours: 90s, 15m, 1h.');
}

/** `1 h`, `15 min`, `12.5 s` */
export function durationText(milliseconds: number): string {
  if (milliseconds % HOUR === 0 && milliseconds > 0) return `${milliseconds / HOUR} h`;
  if (milliseconds % 60_000 === 0 && milliseconds > 0) return `${milliseconds / 60_000} min`;
  return milliseconds > 60_000
    ? `${Math.floor(milliseconds / 60_000)} min ${Math.round((milliseconds % 60_000) / 1000)} s`
    : `${Number((milliseconds / 1000).toFixed(1))} s`;
}
