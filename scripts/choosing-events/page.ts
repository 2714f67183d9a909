import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Comparison } from '../../packages/flowcdk/src/event-ways/compare-ways';
import { rowsOf, troublesText } from '../../packages/flowcdk/src/event-ways/rows';
import { type WayName, wayNames } from '../../packages/flowcdk/src/event-ways/way';

const root = join(__dirname, '../..');

/** The page, and the figures that it shows. */
export const PAGE = join(root, 'docs/choosing-events.md');
export const FIGURES = join(root, 'docs/choosing-events.json');

/** The day that the figures are of. */
export const DAY = { calls: 10_000, seed: 1, faults: true };

/** A page with the figures of a day, and the samples as they are now, between its marks. */
export function pageWith(text: string, day: Comparison): string {
  const imported = new Set<string>();
  return [
    ['choice', choiceOf(day)] as const,
    ['day', dayOf(day)] as const,
    ...wayNames.map((way) => [`sample of the ${way}`, sampleOf(way, imported)] as const),
  ].reduce((page, [name, content]) => between(page, name, content), text);
}

function between(page: string, name: string, content: string): string {
  const [begin, end] = [`<!-- ${name} -->\n`, `\n<!-- end of ${name} -->`];
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`the page has no marks for: ${name}`);
  return `${page.slice(0, from + begin.length)}\n${content}\n${page.slice(to)}`;
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

const dayOf = (day: Comparison): string => {
  const [head = [], ...rows] = rowsOf(day);
  return [
    `${day.calls} calls, seed ${day.seed}: ${troublesText(day.troubles)}.`,
    '',
    row(head),
    row(head.map((_, i) => (i === 0 ? '---' : '--:'))),
    ...rows.map(row),
    '',
    ...day.ways.map(({ way, pieces }) => `- Pieces of the ${way}: ${pieces.join(', ')}.`),
  ].join('\n');
};

function choiceOf({ ways, calls }: Comparison): string {
  const of = (name: WayName): Comparison['ways'][number] => {
    const result = ways.find(({ way }) => way === name);
    if (!result) throw new Error(`nothing was measured of the ${name}`);
    return result;
  };
  const [trigger, listener, bus] = wayNames.map(of) as [
    ReturnType<typeof of>,
    ReturnType<typeof of>,
    ReturnType<typeof of>,
  ];
  return [
    row(['for', 'choose', 'because']),
    row(['---', '---', '---']),
    row([
      'dashboards and wallboards',
      'the listener',
      `half of what it heard came within ${listener.delay.p50.toFixed(1)} s, and after a gap the API gives the present state, which is all that a dashboard shows. No AWS account; ${listener.linesOfCode} lines`,
    ]),
    row([
      'reactions inside Genesys Cloud',
      'the trigger',
      `nothing runs outside of the organisation, and ${trigger.pieces.length} pieces are all there is. It lost ${trigger.lost} of ${calls} records only because the receiver, which is outside, was down: what a workflow does inside does not meet that`,
    ]),
    row([
      'records that must not be lost',
      'the event bus',
      `it lost ${bus.lost} of ${calls} and hears of every call. The listener lost ${listener.lost} too, but never heard of ${listener.unheard} calls that ended before a queue. The trigger lost ${trigger.lost}. The receiver needs a key: ${bus.doubled} records came more than once`,
    ]),
    row([
      'BI and other processes',
      'the event bus',
      `one stream for many readers, an archive that can be replayed, no limit of the API is touched. That ${bus.late} records came later than a minute does not matter there`,
    ]),
  ].join('\n');
}

/** Where readers import what the samples import. */
const entries: readonly (readonly [inside: string, entry: string])[] = [
  ['../../architect/', 'flowcdk'],
  ['../../data-action/', 'flowcdk'],
  ['../../process-automation/', 'flowcdk/triggers'],
  ['../../events', 'flowcdk/events'],
  ['../../constructs/', 'flowcdk/constructs'],
];

/** A sample as a block. Its imports are those of a reader; what a block before it imports is left out. */
function sampleOf(way: WayName, imported: Set<string>): string {
  const text = readFileSync(join(root, `packages/flowcdk/src/event-ways/ways/${way}.ts`), 'utf8');
  const names = new Map<string, string[]>();
  const importOf = /^import (type )?\{([^}]*)\} from '([^']*)';\n/gm;
  for (const [, type = '', list = '', from = ''] of text.matchAll(importOf)) {
    const entry = entries.find(([inside]) => from.startsWith(inside))?.[1];
    if (entry === undefined) throw new Error(`${way}.ts imports ${from}, which readers do not have`);
    const fresh = list
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '' && !imported.has(name));
    for (const name of fresh) imported.add(name);
    names.set(entry, [...(names.get(entry) ?? []), ...fresh.map((name) => `${type}${name}`)]);
  }
  const imports = [...names].filter(([, list]) => list.length > 0).map(importText);
  return ['```ts', ...imports, '', text.replace(importOf, '').trim(), '```'].join('\n');
}

const plain = (name: string): string => name.replace(/^type /, '').toLowerCase();

function importText([entry, names]: readonly [string, readonly string[]]): string {
  const list = [...names].sort((a, b) => (plain(a) < plain(b) ? -1 : 1));
  const line = `import { ${list.join(', ')} } from '${entry}';`;
  return line.length <= 120 ? line : `import {\n${list.map((name) => `  ${name},\n`).join('')}} from '${entry}';`;
}
