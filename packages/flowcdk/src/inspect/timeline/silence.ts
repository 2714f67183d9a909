import type { EventOf, LoggedEvent } from '../../emulator/runtime/events';

/** A time in which a caller hears nothing and is not asked anything. Milliseconds since 1970. */
export interface Silence {
  readonly from: number;
  readonly to: number;
}

/** Shorter pauses are part of how machines speak. */
const SHORTEST = 1;

/** The events that silences are measured by. */
export const silenceEvents = [
  'call.offered',
  'audio.started',
  'audio.ended',
  'input.awaited',
  'input.taken',
  'queue.entered',
  'agent.answered',
  'call.ended',
] as const;

/**
 * Listens to one call for its silences, from its beginning until a queue or an agent takes it, or it ends. While the
 * flow waits for keys, the caller thinks: that is no silence if the flow asked something before. A caller who hears
 * blank audio and could press a key still hears nothing.
 */
export class SilenceMeter {
  readonly #silences: Silence[] = [];
  #since: number | undefined;
  #busy = 0;
  #prompted = true;
  #over = false;

  get silences(): readonly Silence[] {
    return this.#silences;
  }

  /** Whether the measurement has ended. */
  get over(): boolean {
    return this.#over;
  }

  hear(event: LoggedEvent | EventOf<(typeof silenceEvents)[number]>): void {
    if (this.#over) return;
    switch (event.type) {
      case 'call.offered':
        return this.#quiet(event.at);
      case 'audio.started':
        this.#prompted = event.kind !== 'silence';
        if (!this.#prompted) return;
        this.end(event.at);
        this.#busy += 1;
        return;
      case 'audio.ended':
        // Blank audio was no sound, so its end begins no silence.
        if (event.text === '') return;
        this.#busy -= 1;
        return this.#quiet(event.at);
      case 'input.awaited':
        if (!this.#prompted) return;
        this.end(event.at);
        this.#busy += 1;
        return;
      case 'input.taken':
        if (!this.#prompted) return;
        this.#busy -= 1;
        return this.#quiet(event.at);
      case 'queue.entered':
      case 'agent.answered':
      case 'call.ended':
        this.end(event.at);
        this.#over = true;
    }
  }

  /** A silence under way ends here. */
  end(at: number): void {
    if (this.#since !== undefined && at - this.#since >= SHORTEST) this.#silences.push({ from: this.#since, to: at });
    this.#since = undefined;
  }

  #quiet(at: number): void {
    if (this.#busy === 0 && this.#since === undefined) this.#since = at;
  }
}

/**
 * The silences of a call in the event log.
 *
 * @example
 * ```ts
 * const org = await localOrg();
 * const call = org.call({ from: '+33142685300', to: '+442079460101' });
 * await call.end();
 * expect(longestSilence(silencesOf(org.events, call.conversationId))).toBeLessThan(2_000);
 * ```
 */
export function silencesOf(events: readonly LoggedEvent[], conversationId: string): readonly Silence[] {
  const meter = new SilenceMeter();
  for (const event of events) if (event.conversationId === conversationId) meter.hear(event);
  const last = events.at(-1);
  if (last && !meter.over) meter.end(last.at);
  return meter.silences;
}

/**
 * The sum, in milliseconds.
 *
 * @example
 * ```ts
 * totalSilence([{ from: 0, to: 800 }, { from: 2_000, to: 2_300 }]); // 1100
 * ```
 */
export const totalSilence = (silences: readonly Silence[]): number =>
  silences.reduce((sum, { from, to }) => sum + to - from, 0);

/**
 * The longest, in milliseconds; 0 where there is none.
 *
 * @example
 * ```ts
 * longestSilence([{ from: 0, to: 800 }, { from: 2_000, to: 2_300 }]); // 800
 * ```
 */
export const longestSilence = (silences: readonly Silence[]): number =>
  Math.max(0, ...silences.map(({ from, to }) => to - from));
