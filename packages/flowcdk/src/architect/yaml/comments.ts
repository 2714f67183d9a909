import { type Event, EVENT_ID, SCALAR_STYLE, type ScalarEvent } from 'js-yaml';
import { MAX_CHARACTERS } from './limits';
import { readEvents } from './read-events';
import { isBlank, isBreak, lineEnd } from './source-scan';

/** A comment as it stands in the text, from its `#` to the end of the line. */
export interface YamlComment {
  readonly text: string;
  readonly offset: number;
  readonly end: number;
  /** Nothing but white space stands before it on its line. */
  readonly ownLine: boolean;
}

/**
 * All comments of a text, in order; none of a text that is not YAML.
 *
 * A `#` starts a comment where white space comes before it and no scalar holds it. So we look into the gaps between
 * scalars, which only js-yaml knows to tell from a `#` inside quotes or inside the lines after `|`.
 */
export function findComments(source: string): YamlComment[] {
  if (!source.includes('#')) return [];
  const scalars = scalarRanges(source);
  if (scalars === undefined) return [];
  const comments: YamlComment[] = [];
  let from = 0;
  for (const { start, end } of scalars) {
    collect(source, from, start, comments);
    from = end;
  }
  collect(source, from, source.length, comments);
  return comments;
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/** Where the scalars are, in order, or nothing if the text is not YAML. */
function scalarRanges(source: string): Range[] | undefined {
  if (source.length > MAX_CHARACTERS) return undefined;
  let events: readonly Event[];
  try {
    events = readEvents(source).events;
  } catch {
    return undefined;
  }
  return events.flatMap((event) => (event.type === EVENT_ID.SCALAR && event.valueStart !== -1 ? [rangeOf(event)] : []));
}

function rangeOf({ style, valueStart, valueEnd }: ScalarEvent): Range {
  const quoted = style === SCALAR_STYLE.SINGLE_QUOTED || style === SCALAR_STYLE.DOUBLE_QUOTED;
  return quoted ? { start: valueStart - 1, end: valueEnd + 1 } : { start: valueStart, end: valueEnd };
}

function collect(source: string, from: number, to: number, into: YamlComment[]): void {
  let at = source.indexOf('#', from);
  while (at !== -1 && at < to) {
    if (at > 0 && !isBlank(source.charCodeAt(at - 1))) {
      at = source.indexOf('#', at + 1);
      continue;
    }
    const end = lineEnd(source, at);
    into.push({ text: source.slice(at, end).trimEnd(), offset: at, end, ownLine: isAloneBefore(source, at) });
    at = source.indexOf('#', end);
  }
}

function isAloneBefore(source: string, offset: number): boolean {
  let at = offset - 1;
  while (at >= 0 && isBlank(source.charCodeAt(at)) && !isBreak(source.charCodeAt(at))) at--;
  return at < 0 || isBreak(source.charCodeAt(at));
}
