import type { Value } from '../../../architect/expressions';
import type { Clock } from '../clock';
import type { CutOffBy, EventName, Events } from '../events';
import { after, beside, either, type Ended, type Fiber, sleep, type Steps, type Wait, waitFor } from '../steps';
import { type Speaking, type Utterance, utteranceOf } from './speech';

export interface LineOptions {
  readonly clock: Clock;
  readonly speaking: () => Speaking;
  readonly log: <K extends EventName>(type: K, fields: Events[K]) => void;
}

/** The inputs that may cut audio off while it plays. */
export interface BargeIn {
  readonly keys: boolean;
  readonly voice?: boolean;
}

const deaf: BargeIn = { keys: false };

/**
 * The line between a flow and a caller. A flow only queues audio. The caller hears it in order when something plays the
 * queue (documented). Keys wait until something takes them: the next action that listens gets keys that were surplus or
 * too early (documented for keys after Collect Input, assumed for the rest).
 */
export class Line {
  #queue: Utterance[] = [];
  #keys: string[] = [];
  readonly #keyListeners = new Set<() => void>();
  readonly #voiceListeners = new Set<() => void>();
  /** Until when the caller speaks, milliseconds since 1970. */
  #noisyUntil = -Infinity;
  /** The steps that play the queue beside the flow, while they run. */
  #aside: { readonly fiber: Fiber; readonly ended: Wait<Ended<void>> } | undefined;
  /** Whether a flow has the call. Keys that the caller presses while somebody else has it go to nobody. */
  #open = true;
  /** The cause if audio ends early and the caller did not cut it off. */
  #ending: CutOffBy = 'flow';

  constructor(private readonly options: LineOptions) {}

  /** Puts audio into the queue. The flow goes on at once. */
  queue(value: Value): void {
    const utterance = utteranceOf(value, this.options.speaking());
    if (!utterance) return;
    this.options.log('audio.queued', { text: utterance.text });
    this.#queue.push(utterance);
  }

  /** Whether the queue holds audio. */
  get hasQueued(): boolean {
    return this.#queue.length > 0;
  }

  /** Presses keys for the caller, at this moment. */
  press(keys: string): void {
    this.options.log('digits.pressed', { digits: keys });
    if (!this.#open) return;
    this.#keys.push(...keys);
    for (const tell of [...this.#keyListeners]) tell();
  }

  /** Lets the caller speak for so many milliseconds from this moment. */
  speak(milliseconds: number): void {
    this.options.log('caller.spoke', { milliseconds });
    this.#noisyUntil = Math.max(this.#noisyUntil, this.options.clock.now() + milliseconds);
    for (const tell of [...this.#voiceListeners]) tell();
  }

  /** Opens the line, because a flow has the call. */
  open(): void {
    this.#open = true;
  }

  /** Closes the line: nothing plays to the caller any more, because the call ended or an agent has it. */
  close(by: CutOffBy): void {
    this.#open = false;
    this.#keys = [];
    this.#ending = by;
    this.#aside?.fiber.stop();
    this.#queue = [];
  }

  /**
   * Plays the queued audio. With `bargeIn` a key cuts off audio that does not forbid it, and skips later audio that
   * does not forbid it (assumed: menus and Collect Input listen while they speak). With `bargeIn` a key that was typed
   * before cuts the audio off too. Without it such a key must not: it would cut off all audio until something takes it.
   */
  *flush(bargeIn = false): Steps<void> {
    if (this.#aside) yield* waitFor(this.#aside.ended);
    let cutOff = bargeIn && this.#keys.length > 0;
    for (let next = this.#queue.shift(); next; next = this.#queue.shift()) {
      const keys = next.bargeIn ?? bargeIn;
      if (keys && cutOff) continue;
      const heard = yield* this.play(next, { keys });
      cutOff ||= heard === 'cutOff' || (bargeIn && this.#keys.length > 0);
    }
  }

  /** Plays the queued audio while the flow goes on. The next flush waits for its end. */
  flushAside(): void {
    if (this.#aside || !this.hasQueued) return;
    const aside = beside(this.flush());
    if (!aside.fiber.running) return;
    this.#aside = aside;
    aside.ended(() => (this.#aside = undefined));
  }

  /** Waits until nothing plays beside the flow. */
  *whenQuiet(): Steps<void> {
    if (this.#aside) yield* waitFor(this.#aside.ended);
  }

  /** Plays one utterance now, before the queued audio. */
  *play(what: Utterance, bargeIn: BargeIn = deaf): Steps<'heard' | 'cutOff'> {
    const { clock, log } = this.options;
    const { text, kind, milliseconds } = what;
    const from = clock.now();
    log('audio.started', { text, kind, milliseconds });
    let cutOffBy: CutOffBy | undefined = 'flow';
    let finished = false;
    try {
      const noticed = this.#noticed(bargeIn);
      const played = after(clock, milliseconds);
      const result = noticed ? yield* waitFor(either(played, noticed)) : { left: yield* waitFor(played) };
      cutOffBy = 'right' in result ? result.right : undefined;
      finished = true;
      return cutOffBy === undefined ? 'heard' : 'cutOff';
    } finally {
      if (!finished) cutOffBy = this.#ending;
      log('audio.ended', { text, heard: clock.now() - from, ...(cutOffBy === undefined ? {} : { cutOffBy }) });
    }
  }

  /** Waits for the next key; undefined after so many milliseconds without one. */
  *key(timeout: number): Steps<string | undefined> {
    if (this.#keys.length === 0) yield* waitFor(either(this.#newKey, after(this.options.clock, timeout)));
    return this.#keys.shift();
  }

  /**
   * Waits until the caller has been silent for `duration` milliseconds. Gives false if that takes longer than
   * `timeout`.
   */
  *silence(duration: number, timeout: number): Steps<boolean> {
    const { clock } = this.options;
    const end = clock.now() + timeout;
    for (;;) {
      if (this.#noisyUntil > clock.now()) yield* sleep(clock, Math.min(this.#noisyUntil, end) - clock.now());
      const left = end - clock.now();
      if (left <= 0) return false;
      if (this.#noisyUntil > clock.now()) continue;
      const result = yield* waitFor(either(after(clock, Math.min(duration, left)), this.#voice));
      if ('left' in result) return duration <= left;
    }
  }

  /** Forgets all keys that nothing has taken. */
  forgetKeys(): void {
    this.#keys = [];
  }

  #noticed({ keys, voice }: BargeIn): Wait<CutOffBy> | undefined {
    const byKey: Wait<CutOffBy> = (done) => this.#newKey(() => done('digit'));
    const byVoice: Wait<CutOffBy> = (done) => this.#voice(() => done('voice'));
    if (keys && voice === true) {
      return (done) => either(byKey, byVoice)((result) => done('left' in result ? result.left : result.right));
    }
    return keys ? byKey : voice === true ? byVoice : undefined;
  }

  get #newKey(): Wait<void> {
    return (done) => once(this.#keyListeners, done);
  }

  get #voice(): Wait<void> {
    return (done) => once(this.#voiceListeners, done);
  }
}

/** Calls `done` the next time that the listeners are called. The function that it returns cancels that. */
function once(listeners: Set<() => void>, done: () => void): () => void {
  const listener = (): void => {
    listeners.delete(listener);
    done();
  };
  listeners.add(listener);
  return () => listeners.delete(listener);
}
