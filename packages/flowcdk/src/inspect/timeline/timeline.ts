import { inSeconds, type Lane, type Moment } from './moments';

/** How a terminal shows the tones of a text; plain text where it shows none. */
export type Paint = (text: string, tone: Moment['tone']) => string;

/** Width and colours of a timeline. */
export interface TimelineOptions {
  /** Columns of the whole. @default 110 */
  readonly width?: number | undefined;
  /** @default no colours */
  readonly paint?: Paint | undefined;
}

const TIME = 7;
const GAP = 2;
const lanes: readonly Lane[] = ['caller', 'data', 'workflow'];
const titles: Readonly<Record<Lane, string>> = { caller: 'caller', data: 'participant data', workflow: 'workflow' };

/**
 * The story of a call as text: seconds at the left, the caller, what both sides share, and the workflow beside it.
 *
 * ```text
 *      s  caller                          participant data          workflow
 *    0.0  tel:+33… calls tel:+44…
 *    0.3  “Hello …”                                                 identify-caller starts
 *    8.8                                  status = SUCCESS          identify-caller ends
 * ```
 *
 * @example
 * ```ts
 * const org = await localOrg();
 * const call = org.call({ from: '+33142685300', to: '+442079460101' });
 * await call.end();
 * console.log(timeline(momentsOf(org.events, call.conversationId)));
 * ```
 */
export function timeline(
  moments: readonly Moment[],
  { width = 110, paint = (text) => text }: TimelineOptions = {},
): string {
  const widths = laneWidths(Math.max(width, 60));
  const head = row('s', new Map(lanes.map((lane) => [lane, [titles[lane]]])), widths, (text) => paint(text, 'quiet'));
  const lines = moments.flatMap((moment, i) => {
    const time = moments[i - 1]?.at === moment.at ? '' : inSeconds(moment.at);
    const texts = wrapped(moment.text, widths[moment.lane]);
    return row(time, new Map([[moment.lane, texts]]), widths, (text) => paint(text, moment.tone));
  });
  return [...head, ...lines].join('\n');
}

function laneWidths(width: number): Readonly<Record<Lane, number>> {
  const rest = width - TIME - 2 * GAP - 1;
  const data = Math.floor(rest * 0.33);
  const workflow = Math.floor(rest * 0.29);
  return { caller: rest - data - workflow, data, workflow };
}

function row(
  time: string,
  texts: ReadonlyMap<Lane, readonly string[]>,
  widths: Readonly<Record<Lane, number>>,
  paint: (text: string) => string,
): readonly string[] {
  const height = Math.max(...[...texts.values()].map((lines) => lines.length));
  return Array.from({ length: height }, (_, i) => {
    const cells = lanes.map((lane) => {
      const text = texts.get(lane)?.[i] ?? '';
      const padding = ' '.repeat(Math.max(0, widths[lane] - text.length));
      return text === '' ? padding : paint(text) + padding;
    });
    return `${(i === 0 ? time : '').padStart(TIME)} ${cells.join(' '.repeat(GAP))}`.trimEnd();
  });
}

/** Breaks a text between words, and within words that are longer than a line. */
function wrapped(text: string, width: number): readonly string[] {
  return text.split('\n').flatMap((line) => {
    const lines: string[] = [];
    let current = '';
    for (const word of line.split(' ').flatMap((part) => chunks(part, width))) {
      if (current !== '' && current.length + 1 + word.length > width) {
        lines.push(current);
        current = word;
      } else current = current === '' ? word : `${current} ${word}`;
    }
    return [...lines, current];
  });
}

const chunks = (word: string, width: number): readonly string[] =>
  word.length <= width ? [word] : (word.match(new RegExp(`.{1,${width}}`, 'g')) ?? []);
