import type { Heard } from './heard';

/** A reader of a fan-out, such as the page of a wallboard. */
export type Reader = (heard: Heard) => void;

/**
 * Hands the events of one listener to many readers: one process listens, many browsers look. It remembers the newest event
 * of each topic, so that a reader who comes later sees the present state.
 */
export class FanOut {
  readonly #newest = new Map<string, Heard>();
  readonly #readers = new Set<Reader>();

  /** The handler for {@link listen}. */
  readonly handle = (heard: Heard): void => {
    this.#newest.set(heard.topicName, heard);
    for (const reader of this.#readers) reader(heard);
  };

  /** The newest event of each topic that is heard. */
  get newest(): readonly Heard[] {
    return [...this.#newest.values()];
  }

  get readers(): number {
    return this.#readers.size;
  }

  /** Hands over the newest event of each topic, and every event from now on. The function that it returns ends that. */
  read(reader: Reader): () => void {
    for (const heard of this.#newest.values()) reader(heard);
    this.#readers.add(reader);
    return () => this.#readers.delete(reader);
  }
}
