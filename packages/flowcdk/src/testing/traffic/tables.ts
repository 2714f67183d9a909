import type { Spread } from './measures';

/**
 * A table. The first column is aligned left. The others are numbers and are aligned right, unless `texts` names them.
 *
 * @example
 * ```ts
 * console.log(table([['', 'calls'], ['identified', '83 %']]));
 * ```
 */
export function table(rows: readonly (readonly string[])[], texts = false): string {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => (row[i] ?? '').length)));
  return rows
    .map((row) =>
      row
        .map((cell, i) => (i === 0 || texts ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/**
 * `1.5 / 6.2 / 10.2`
 *
 * @example
 * ```ts
 * spreadText({ p50: 1_500, p95: 6_200, p99: 10_200 }); // 1.5 / 6.2 / 10.2
 * ```
 */
export const spreadText = ({ p50, p95, p99 }: Spread): string =>
  [p50, p95, p99].map((value) => (value / 1000).toFixed(1)).join(' / ');

/**
 * `83 %`
 *
 * @example
 * ```ts
 * percent(0.834); // 83 %
 * ```
 */
export const percent = (share: number): string => `${(share * 100).toFixed(0)} %`;

/**
 * A bar chart of values over time. A column that stands for several values shows the highest.
 *
 * @example
 * ```ts
 * console.log(chart([0, 3, 8, 5, 2]));
 * ```
 */
export function chart(values: readonly number[], { width = 60, height = 6 } = {}): string {
  const columns = columnsOf(values, width);
  const most = Math.max(1, ...columns);
  const label = String(most).length;
  const rows = Array.from({ length: height }, (_, row) => {
    const bottom = height - 1 - row;
    const cells = columns.map((value) => bar((value / most) * height - bottom));
    const mark = row === 0 ? String(most) : row === height - 1 ? '0' : '';
    return `${mark.padStart(label)} ┤${cells.join('')}`.trimEnd();
  });
  return rows.join('\n');
}

const BARS = [' ', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'] as const;
const bar = (share: number): string => BARS[Math.max(0, Math.min(8, Math.round(share * 8)))] ?? ' ';

function columnsOf(values: readonly number[], width: number): readonly number[] {
  if (values.length <= width) return values;
  return Array.from({ length: width }, (_, i) => {
    const from = Math.floor((i * values.length) / width);
    const to = Math.max(from + 1, Math.floor(((i + 1) * values.length) / width));
    return Math.max(...values.slice(from, to));
  });
}
