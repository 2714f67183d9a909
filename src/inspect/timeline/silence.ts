import type { LoggedEvent } from '../../emulator/runtime/events';

/** A time in which a caller hears nothing and is not asked anything. Milliseconds since 1970. */
export interface Silence {
  readonly from: number;
  readonly to: number;
}

/** Shorter pauses are part of how machines speak. */
const SHORTEST = 1;

/**
 * The silences of a call from its beginning until a queue or an agent takes it, or it ends. The time in which the flow
 * waits for keys is the caller's own and no silence.
 */
export function silencesOf(events: readonly LoggedEvent[], conversationId: string): readonly Silence[] {
  const silences: Silence[] = [];
  let since: number | undefined;
  let busy = 0;
  const quiet = (at: number): void => {
    if (busy === 0 && since === undefined) since = at;
  };
  const end = (at: number): void => {
    if (since !== undefined && at - since >= SHORTEST) silences.push({ from: since, to: at });
    since = undefined;
  };
  for (const event of events) {
    if (event.conversationId !== conversationId) continue;
    switch (event.type) {
      case 'call.offered':
        quiet(event.at);
        break;
      case 'audio.started':
        if (event.kind === 'silence') break;
        end(event.at);
        busy += 1;
        break;
      case 'audio.ended':
        // Blank audio had no start that counts.
        if (event.text === '') break;
        busy -= 1;
        quiet(event.at);
        break;
      case 'input.awaited':
        end(event.at);
        busy += 1;
        break;
      case 'input.taken':
        busy -= 1;
        quiet(event.at);
        break;
      case 'queue.entered':
      case 'agent.answered':
      case 'call.ended':
        end(event.at);
        return silences;
    }
  }
  const last = events.at(-1);
  if (last) end(last.at);
  return silences;
}

/** The sum, in milliseconds. */
export const totalSilence = (silences: readonly Silence[]): number =>
  silences.reduce((sum, { from, to }) => sum + to - from, 0);

/** The longest, in milliseconds; 0 where there is none. */
export const longestSilence = (silences: readonly Silence[]): number =>
  Math.max(0, ...silences.map(({ from, to }) => to - from));
