import type { Comparison } from './compare-ways';
import type { Stretch, Troubles } from './day';
import type { LimitUse } from './per-minute';
import type { WayResult } from './recorded-day';

/** What the limits of the platform count, in words. */
const COUNTED: Partial<Readonly<Record<LimitUse['limit'], string>>> = {
  'client.credentials.token.rate.per.minute': 'requests with one token',
  'event.orchestration.workflow.invocations.per.minute': 'launches of workflows',
  'requests.volume.max': 'executions of data actions',
};

type Row = readonly [what: string, of: (result: WayResult) => string];

const rows: readonly Row[] = [
  ['records that came', ({ recorded }) => String(recorded)],
  ['lost', ({ lost }) => String(lost)],
  ['never heard of', ({ unheard }) => String(unheard)],
  ['came more than once', ({ doubled }) => String(doubled)],
  ['came later than a minute', ({ late }) => String(late)],
  ['delay, half of them (s)', ({ delay }) => seconds(delay.p50)],
  ['delay, 95 % (s)', ({ delay }) => seconds(delay.p95)],
  ['delay, 99 % (s)', ({ delay }) => seconds(delay.p99)],
  ['delay, the longest (s)', ({ delay }) => seconds(delay.most)],
  ['requests to the API', ({ apiCalls }) => String(apiCalls)],
];

const seconds = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toFixed(1));

/** The comparison as a table: a row for each thing that was measured, a column for each way. */
export function rowsOf({ ways }: Comparison): readonly (readonly string[])[] {
  const limits = new Set(ways.flatMap((way) => way.limits.map(({ limit }) => limit)));
  return [
    ['', ...ways.map(({ way }) => way)],
    ...rows.map(([what, of]) => [what, ...ways.map(of)]),
    ...[...limits].map((limit) => [
      `${COUNTED[limit] ?? limit}, most in a minute`,
      ...ways.map((way) => useText(way.limits.find((use) => use.limit === limit))),
    ]),
    ['pieces to look after', ...ways.map(({ pieces }) => String(pieces.length))],
    ['lines of code', ...ways.map(({ linesOfCode }) => String(linesOfCode))],
  ];
}

const useText = (use: LimitUse | undefined): string => (use ? `${use.most} of ${use.allowed}` : '–');

/** What went wrong on the day, as a line of text. */
export function troublesText(troubles: Troubles): string {
  const { cuts, outage, busOutage, restart, duplicated, delayed, delay } = troubles;
  const parts = [
    ...(cuts.length > 0 ? [`sockets cut ${cuts.map(whenText).join(', ')}`] : []),
    ...(outage ? [`receiver down ${whenText(outage)}`] : []),
    ...(restart ? [`receiver begins anew ${whenText(restart)}`] : []),
    ...(busOutage ? [`bus down ${whenText(busOutage)}`] : []),
    ...(duplicated > 0 ? [`${100 * duplicated} % of the events twice`] : []),
    ...(delayed > 0 ? [`${100 * delayed} % late by up to ${delay / 60_000} min`] : []),
  ];
  return parts.length === 0 ? 'nothing goes wrong' : parts.join('; ');
}

/** `at 08:22 for 2 min` */
function whenText({ from, to }: Stretch): string {
  const length = Math.round((to - from) / 60_000);
  return `at ${new Date(from).toISOString().slice(11, 16)} for ${length % 60 === 0 ? `${length / 60} h` : `${length} min`}`;
}
