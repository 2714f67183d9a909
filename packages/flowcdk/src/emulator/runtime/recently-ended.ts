/** Things that have ended and can still be read. If there are more than it may keep, it forgets the oldest. */
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
    // It drops many at once. Moving all the rest each time would cost more than it saves.
    if (this.#forgotten > this.most) {
      this.#ids = this.#ids.slice(this.#forgotten);
      this.#forgotten = 0;
    }
  }
}
