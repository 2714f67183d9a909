/**
 * Things that have ended and can still be read. If they are more than it may keep, or take more memory, it forgets the
 * oldest. The newest can always be read.
 */
export class RecentlyEnded {
  #ended: { readonly id: string; readonly bytes: number }[] = [];
  #forgotten = 0;
  #bytes = 0;

  /** @param mostBytes the most memory of all that is kept, in bytes */
  constructor(
    private readonly most: number,
    private readonly mostBytes: number,
    private readonly forget: (id: string) => void,
  ) {}

  /** @param bytes an estimate of the memory that the thing takes */
  add(id: string, bytes: number): void {
    this.#ended.push({ id, bytes });
    this.#bytes += bytes;
    while (this.#kept > this.most || (this.#bytes > this.mostBytes && this.#kept > 1)) this.#forgetOldest();
    // It drops many at once. Moving all the rest each time would cost more than it saves.
    if (this.#forgotten > this.most) {
      this.#ended = this.#ended.slice(this.#forgotten);
      this.#forgotten = 0;
    }
  }

  /** A thing that has ended goes on. */
  goesOn(id: string): void {
    const kept = this.#ended.slice(this.#forgotten).filter((ended) => ended.id !== id);
    this.#ended = kept;
    this.#forgotten = 0;
    this.#bytes = kept.reduce((sum, { bytes }) => sum + bytes, 0);
  }

  get #kept(): number {
    return this.#ended.length - this.#forgotten;
  }

  #forgetOldest(): void {
    const oldest = this.#ended[this.#forgotten++];
    if (!oldest) return;
    this.#bytes -= oldest.bytes;
    this.forget(oldest.id);
  }
}
