import type { FedEvent } from './feed';

/**
 * Hands events of a source that pushes to a reader that takes one after another. An event stays until its reader has asked
 * for the next one: a reader that broke off gets it again.
 */
export class HandOver {
  readonly #waiting: { readonly event: FedEvent; readonly taken: () => void }[] = [];
  #isClosed = false;
  #wake = (): void => undefined;

  /** Resolves when the reader is done with the event. */
  give(event: FedEvent): Promise<void> {
    return new Promise((taken) => {
      this.#waiting.push({ event, taken });
      this.#wake();
    });
  }

  /** Readers end when nothing waits any more. */
  close(): void {
    this.#isClosed = true;
    this.#wake();
  }

  async *events(): AsyncGenerator<FedEvent> {
    for (;;) {
      const [first] = this.#waiting;
      if (first) {
        yield first.event;
        this.#waiting.shift();
        first.taken();
      } else if (this.#isClosed) return;
      else await new Promise<void>((woken) => (this.#wake = woken));
    }
  }
}
