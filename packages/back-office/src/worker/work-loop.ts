import type { Worker } from './worker';

/** How long the loop rests when nothing is due, in milliseconds. */
const REST = 500;

/** How long it rests after the database failed, in milliseconds. */
const REST_AFTER_FAILURE = 5_000;

/** Lets a worker work until it is stopped. */
export class WorkLoop {
  #stopped = false;
  #wake = (): void => undefined;
  #running: Promise<void> | undefined;

  /** @param failed what to do with an error of the database; the loop goes on behind it */
  constructor(
    private readonly worker: Worker,
    private readonly failed: (error: unknown) => void,
  ) {}

  start(): void {
    this.#running ??= this.#run();
  }

  /** Ends when the work that was begun is settled. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#wake();
    await this.#running;
  }

  async #run(): Promise<void> {
    while (!this.#stopped) {
      const rest = await this.worker.work().then(
        (count) => (count > 0 ? 0 : REST),
        (error: unknown) => {
          this.failed(error);
          return REST_AFTER_FAILURE;
        },
      );
      if (rest > 0 && !this.#stopped) await this.#sleep(rest);
    }
  }

  #sleep(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
