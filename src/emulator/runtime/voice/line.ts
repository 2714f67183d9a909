import type { Value } from '../../../architect/expressions';
import type { Clock } from '../clock';
import type { EventName, Events } from '../events';
import { after, either, type Steps, type Wait, waitFor } from '../steps';
import { type Speaking, type Utterance, utteranceOf } from './speech';

export interface LineOptions {
  readonly clock: Clock;
  readonly speaking: () => Speaking;
  readonly log: <K extends EventName>(type: K, fields: Events[K]) => void;
}

/** A key of a telephone. */
export const isKey = (key: string): boolean => /^[0-9*#]$/.test(key);

/**
 * The line between a flow and a caller. Audio is only queued; it is heard when something plays the queue, one after
 * another (documented). Keys wait until something takes them (assumed: typing ahead works).
 */
export class Line {
  #queue: Utterance[] = [];
  #keys: string[] = [];
  #tell: (() => void) | undefined;

  constructor(private readonly options: LineOptions) {}

  /** Puts audio in the queue; the flow goes on at once. */
  queue(value: Value): void {
    const utterance = utteranceOf(value, this.options.speaking());
    if (!utterance) return;
    this.options.log('audio.queued', { text: utterance.text });
    this.#queue.push(utterance);
  }

  /** Whether something waits to be heard. */
  get hasQueued(): boolean {
    return this.#queue.length > 0;
  }

  /** The caller presses keys, at this moment. */
  press(keys: string): void {
    this.options.log('digits.pressed', { digits: keys });
    this.#keys.push(...keys);
    this.#tell?.();
  }

  /**
   * Plays what is queued. With `bargeIn` a key cuts off what does not say otherwise, and what is behind it is not heard
   * (assumed: menus and Collect Input listen while they speak).
   */
  *flush(bargeIn = false): Steps<void> {
    for (let next = this.#queue.shift(); next; next = this.#queue.shift()) {
      const mayCut = next.bargeIn ?? bargeIn;
      if (mayCut && this.#keys.length > 0) continue;
      yield* this.play(next, mayCut);
    }
  }

  /** Plays one thing now, before what is queued. */
  *play(what: Utterance, mayCut: boolean): Steps<'heard' | 'cutOff'> {
    const { clock, log } = this.options;
    const { text, kind, milliseconds } = what;
    const from = clock.now();
    log('audio.started', { text, kind, milliseconds });
    let cutOffBy: 'digit' | 'hangUp' | undefined = 'hangUp';
    try {
      const played = after(clock, milliseconds);
      const result = mayCut ? yield* waitFor(either(played, this.#key)) : { one: yield* waitFor(played) };
      cutOffBy = 'other' in result ? 'digit' : undefined;
      return cutOffBy === undefined ? 'heard' : 'cutOff';
    } finally {
      log('audio.ended', { text, heard: clock.now() - from, ...(cutOffBy === undefined ? {} : { cutOffBy }) });
    }
  }

  /** The next key, or undefined after so many milliseconds without one. */
  *key(timeout: number): Steps<string | undefined> {
    if (this.#keys.length === 0) yield* waitFor(either(this.#key, after(this.options.clock, timeout)));
    return this.#keys.shift();
  }

  /** Keys that nobody took are forgotten. */
  forgetKeys(): void {
    this.#keys = [];
  }

  get #key(): Wait<void> {
    return (done) => {
      if (this.#keys.length > 0) {
        done();
        return () => undefined;
      }
      this.#tell = () => {
        this.#tell = undefined;
        done();
      };
      return () => {
        this.#tell = undefined;
      };
    };
  }
}
