import { chance } from '../emulator/runtime/chance';
import type { PlacedCall } from '../emulator/runtime/conversation/placed-call';
import type { Runtime } from '../emulator/runtime/runtime';
import type { ResolvedSettings } from '../settings';

/** Somebody who calls, and what they do when they are asked. Times in milliseconds. */
export interface Caller {
  /** E.164 */
  readonly from: string;
  /** The key of their reason. */
  readonly reason: string;
  /** From the beginning of a question until they press a key. */
  readonly answersAfter: number;
  /** `1` for yes, `2` for no. */
  readonly firstTime: string;
}

/** French numbers that are kept for stories: 01 99 00 and four digits. */
const NUMBERS = 10_000;

/** People with different numbers, as long as there are numbers; the same seed gives the same people. */
export function callersOf(count: number, seed: number | string, reasons: number): readonly Caller[] {
  const luck = chance(`${seed}/callers`);
  return Array.from({ length: count }, (_, i) => ({
    // 7,919 is a prime: neighbours in time are none in number.
    from: `+33199${String((i * 7_919) % NUMBERS).padStart(6, '0')}`,
    reason: String(1 + Math.floor(luck.next() * Math.max(1, reasons))),
    answersAfter: Math.round(1_500 + luck.next() * 7_500),
    firstTime: luck.next() < 0.2 ? '1' : '2',
  }));
}

/** When they call, as people do, who do not know of each other: milliseconds from the beginning, in order. */
export function arrivals(count: number, within: number, seed: number | string): readonly number[] {
  const luck = chance(`${seed}/arrivals`);
  return Array.from({ length: count }, () => Math.floor(luck.next() * within)).sort((a, b) => a - b);
}

/** Calls that come faster and faster, from none to so many a minute. */
export const rising = (count: number, perMinute: number): readonly number[] => {
  const lasts = (2 * count * 60_000) / perMinute;
  return Array.from({ length: count }, (_, i) => Math.floor(lasts * Math.sqrt(i / count)));
};

/** Places calls for people who press keys when they hear the questions of the support line. */
export class Telephones {
  readonly #calls = new Map<string, { readonly caller: Caller; readonly placed: PlacedCall }>();

  constructor(
    private readonly runtime: Runtime,
    { supportLine }: ResolvedSettings,
  ) {
    const { reasonQuestion, firstTimeQuestion, customerNumberQuestion } = supportLine.lines[0]?.texts ?? NO_TEXTS;
    const { log, clock } = runtime;
    log.listenTo(['audio.started'], ({ conversationId = '', kind, text }) => {
      if (kind !== 'speech') return;
      const call = this.#calls.get(conversationId);
      if (!call) return;
      const { caller, placed } = call;
      const press = (keys: string): void => void clock.after(caller.answersAfter, () => placed.press(keys));
      if (text.startsWith(reasonQuestion)) press(caller.reason);
      else if (text === firstTimeQuestion) press(caller.firstTime);
      // They do not have it at hand.
      else if (text === customerNumberQuestion) press('#');
    });
    log.listenTo(['call.ended'], ({ conversationId = '' }) => void this.#calls.delete(conversationId));
  }

  /** Undefined where nobody answers the number. */
  call(caller: Caller, to: string): PlacedCall | undefined {
    const placed = this.runtime.calls.place({ from: caller.from, to });
    if (placed) this.#calls.set(placed.conversation.id, { caller, placed });
    return placed;
  }
}

const NO_TEXTS = { reasonQuestion: '', firstTimeQuestion: '', customerNumberQuestion: '' };
