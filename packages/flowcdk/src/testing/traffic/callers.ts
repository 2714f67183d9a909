import { type DurationLiteral, milliseconds } from '../../architect/types';
import { chance } from '../../emulator/runtime/chance';
import type { PlacedCall } from '../../emulator/runtime/conversation/placed-call';
import type { Runtime } from '../../emulator/runtime/runtime';
import { lengthOf } from '../test-mistakes';

/** Somebody who calls. */
export interface Caller {
  /** E.164 */
  readonly from: string;
  /** From the beginning of a question until they press a key. */
  readonly answersAfter: DurationLiteral;
  /** What the caller is about, a number from 0 up to but not including 1: the same seed gives the same callers. */
  readonly choice: number;
  /** A second number of that kind, for what the caller is like. */
  readonly mood: number;
}

/** What callers of an application do, and which outcomes of their calls are counted. */
export interface Callers {
  /**
   * The keys that a caller presses after the line has begun to say something: `1`, `4711#`; undefined if the line asks
   * nothing. They are pressed `caller.answersAfter` later.
   */
  answers(heard: string, caller: Caller): string | undefined;
  /**
   * The outcomes to count, by the name that `flowcdk simulate` shows. Each decides from the visible participant data
   * whether a call has the outcome. The result is the share of calls that had it before an agent answered or the call
   * ended.
   */
  readonly outcomes?: Readonly<Record<string, (attributes: Readonly<Record<string, unknown>>) => boolean>> | undefined;
}

/** French numbers that are reserved for fiction: 01 99 00 and four digits. */
const NUMBERS = 10_000;

/**
 * People with different numbers, as long as there are numbers; the same seed gives the same people.
 *
 * @example
 * ```ts
 * callersOf(100, 1);
 * ```
 */
export function callersOf(count: number, seed: number | string): readonly Caller[] {
  const luck = chance(`${seed}/callers`);
  return Array.from({ length: count }, (_, i) => ({
    // 7,919 is a prime, so callers one after another do not have neighbouring numbers.
    from: `+33199${String((i * 7_919) % NUMBERS).padStart(6, '0')}`,
    choice: luck.next(),
    answersAfter: milliseconds(Math.round(1_500 + luck.next() * 7_500)),
    mood: luck.next(),
  }));
}

/**
 * When people call independently, at random moments: milliseconds from the beginning, in order.
 *
 * @example
 * ```ts
 * arrivals(100, minutes(10), 1);
 * ```
 */
export function arrivals(count: number, within: DurationLiteral, seed: number | string): readonly number[] {
  const length = lengthOf(within);
  const luck = chance(`${seed}/arrivals`);
  return Array.from({ length: count }, () => Math.floor(luck.next() * length)).sort((a, b) => a - b);
}

/**
 * When people call at a growing rate, from none to so many a minute: milliseconds from the beginning, in order.
 *
 * @example
 * ```ts
 * rising(500, 120);
 * ```
 */
export const rising = (count: number, perMinute: number): readonly number[] => {
  const lasts = (2 * count * 60_000) / perMinute;
  return Array.from({ length: count }, (_, i) => Math.floor(lasts * Math.sqrt(i / count)));
};

/** Places the calls of people, who press keys when they hear a question. */
export class Telephones {
  readonly #calls = new Map<string, { readonly caller: Caller; readonly placed: PlacedCall }>();

  /** @param callers what people do; without it they choose something in a menu, and press 1 whenever else they are asked */
  constructor(
    private readonly runtime: Runtime,
    callers?: Callers,
  ) {
    const { log, clock } = runtime;
    const answer = (conversationId: string, keysOf: (caller: Caller) => string | undefined): void => {
      const call = this.#calls.get(conversationId);
      const keys = call && keysOf(call.caller);
      if (call && keys !== undefined) clock.after(lengthOf(call.caller.answersAfter), () => call.placed.press(keys));
    };
    if (callers) {
      log.listenTo(['audio.started'], ({ conversationId = '', kind, text }) => {
        if (kind === 'speech') answer(conversationId, (caller) => callers.answers(text, caller));
      });
    } else {
      const offered = new Map<string, readonly string[]>();
      log.listenTo(['menu.entered'], ({ conversationId = '', keys }) => void offered.set(conversationId, keys));
      log.listenTo(['menu.chosen', 'call.ended'], ({ conversationId = '' }) => void offered.delete(conversationId));
      log.listenTo(['input.awaited'], ({ conversationId = '' }) => {
        const keys = offered.get(conversationId) ?? ['1'];
        answer(conversationId, ({ choice }) => keys[Math.floor(choice * keys.length)]);
      });
    }
    log.listenTo(['call.ended'], ({ conversationId = '' }) => void this.#calls.delete(conversationId));
  }

  /** Undefined where nobody answers the number. */
  call(caller: Caller, to: string): PlacedCall | undefined {
    const placed = this.runtime.calls.place({ from: caller.from, to });
    if (placed) this.#calls.set(placed.conversation.id, { caller, placed });
    return placed;
  }
}
