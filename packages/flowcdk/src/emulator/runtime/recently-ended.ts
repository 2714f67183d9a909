/** What is over and can still be asked for: the oldest is forgotten when there is more of it than may be kept. */
export class RecentlyEnded {
  #ids: string[] = [];
  #forgotten = 0;

  constructor(
    private readonly most: number,
    private readonly forget: (id: string) => void,
  ) {}

  add(id: string): void {
    this.#ids.push(id);
    if (this.#ids.length - this.#forgotten > this.most) this.forget(this.#ids[this.#forgotten++] ?? '');
    // In one go, for moving all of them each time would cost more than what is forgotten.
    if (this.#forgotten > this.most) {
      this.#ids = this.#ids.slice(this.#forgotten);
      this.#forgotten = 0;
    }
  }
}
