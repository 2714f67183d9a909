import type { EventLog } from '../../runtime/event-log';
import type { LoggedEvent } from '../../runtime/events';
import type { Reader } from '../route';

export interface Following {
  readonly log: EventLog;
  /** The number of the last event that is known already. */
  readonly since: number;
  /** Which events are told. */
  readonly wants: (event: LoggedEvent) => boolean;
  /** Whether an event is the last one. @default the stream goes on */
  readonly isLast?: (event: LoggedEvent) => boolean;
  /** Aborted when there will be no more events. */
  readonly over: AbortSignal;
}

/**
 * Tells a reader of events as server-sent events, those of before first. Nothing is kept for a reader who is slow: they
 * go on where they were, and of what the log no longer has by then a comment tells how much it was.
 */
export function follow({ log, since, wants, isLast, over }: Following, reader: Reader): () => void {
  let reached = since;
  let ready = true;
  let ended = false;

  const end = (): void => {
    if (ended) return;
    ended = true;
    stopListening();
    over.removeEventListener('abort', endForReader);
  };
  const endForReader = (): void => {
    end();
    reader.end();
  };
  const tell = (): void => {
    while (ready && !ended && reached < log.newest) {
      const next = firstAfter(log.events, reached);
      const event = log.events[next];
      if (!event) break;
      const gone = event.number - reached - 1;
      if (gone > 0) {
        reached += gone;
        ready = reader.write(`: ${gone} events are no longer kept\n\n`);
        continue;
      }
      reached = event.number;
      if (!wants(event)) continue;
      ready = reader.write(serverSent(event));
      if (isLast?.(event)) endForReader();
    }
  };
  const stopListening = log.listen(tell);
  over.addEventListener('abort', endForReader);
  reader.onReady(() => {
    ready = true;
    tell();
  });
  if (over.aborted) endForReader();
  else tell();
  return end;
}

/** Without a name of its own, so that `EventSource.onmessage` gets all of them; its kind is `type` in the data. */
const serverSent = (event: LoggedEvent): string => `id: ${event.number}\ndata: ${JSON.stringify(event)}\n\n`;

/** The place of the first event with a higher number. Numbers only grow. */
export function firstAfter(events: readonly LoggedEvent[], number: number): number {
  let [low, high] = [0, events.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((events[middle]?.number ?? 0) <= number) low = middle + 1;
    else high = middle;
  }
  return low;
}
