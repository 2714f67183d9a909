import { type Event, EVENT_ID, SCALAR_STYLE, type ScalarEvent } from 'js-yaml';
import { MAX_CHARACTERS } from './limits';
import { readEvents } from './read-events';
import { isBlank, isBreak, lineEnd } from './source-scan';

/** A comment of a text, from its `#` to the end of the line. */
export interface YamlComment {
  readonly text: string;
  readonly offset: number;
  readonly end: number;
  /** Whether only white space stands before it on its line. */
  readonly ownLine: boolean;
}

/**
 * All comments of a text, in order. A text that is not YAML has none.
 *
 * A `#` starts a comment where white space comes before it and where it is not part of a scalar. So the search looks
 * only into the gaps between scalars. js-yaml knows the gaps, because a `#` in quotes or in the lines after `|` is part
 * of a scalar.
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

/** The ranges of the scalars, in order. Undefined where the text is not YAML. */
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
