import type { TimelineOptions } from '../inspect/timeline';
import { styleFor } from './output';

/** As wide as the terminal, in its colours. */
export function timelineOptions(): TimelineOptions {
  const style = styleFor(process.stdout);
  const columns = process.stdout.isTTY ? process.stdout.columns : undefined;
  return {
    width: columns === undefined ? undefined : Math.min(columns, 140),
    paint: (text, tone) =>
      tone === 'good'
        ? style.good(text)
        : tone === 'bad'
          ? style.bad(text)
          : tone === 'quiet'
            ? style.quiet(text)
            : tone === 'heard'
              ? style.strong(text)
              : text,
  };
}
