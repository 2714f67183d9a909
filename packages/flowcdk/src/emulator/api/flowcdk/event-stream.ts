import type { EventLog } from '../../runtime/event-log';
import type { LoggedEvent } from '../../runtime/events';
import type { Reader } from '../route';

export interface Following {
  readonly log: EventLog;
  /** The number of the last event that the reader knows. */
  readonly since: number;
  /** Whether the reader wants an event. */
  readonly wants: (event: LoggedEvent) => boolean;
  /** Whether an event is the last one. @default the stream goes on */
  readonly isLast?: (event: LoggedEvent) => boolean;
  /** Aborts when no more events will come. */
  readonly over: AbortSignal;
}

/**
 * Writes events to a reader as server-sent events, past events first. The stream keeps nothing for a slow reader, who
 * goes on where they stopped. Where the log has dropped events by then, a comment says how many.
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

/**
 * The server-sent event has no name, so that `EventSource.onmessage` receives all events. Its kind is `type` in the
 * data.
 */
const serverSent = (event: LoggedEvent): string => `id: ${event.number}\ndata: ${JSON.stringify(event)}\n\n`;

/** The index of the first event with a higher number. Numbers only grow. */
export function firstAfter(events: readonly LoggedEvent[], number: number): number {
  let [low, high] = [0, events.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((events[middle]?.number ?? 0) <= number) low = middle + 1;
    else high = middle;
  }
  return low;
}
