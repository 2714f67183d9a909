/** Keys of events that came lately. It forgets the older half when it is full. */
export class RecentKeys {
  #newer = new Set<string>();
  #older = new Set<string>();
  /** The newest keys, oldest first, and up to as many older ones. */
  #newest: string[] = [];

  /**
   * @param most how many keys are surely remembered
   * @param listed how many of the newest can be listed
   */
  constructor(
    private readonly most: number,
    private readonly listed: number,
  ) {}

  /** Whether a key is new. It is known from now on. */
  add(key: string): boolean {
    if (this.#newer.has(key) || this.#older.has(key)) return false;
    this.#newest.push(key);
    // A set cannot be read from its end, and the list is asked for every few seconds.
    if (this.#newest.length >= 2 * this.listed) this.#newest = this.#newest.slice(-this.listed);
    this.#newer.add(key);
    if (this.#newer.size < this.most) return true;
    this.#older = this.#newer;
    this.#newer = new Set();
    return true;
  }

  /** The newest keys, oldest first. */
  newest(count: number): readonly string[] {
    return this.#newest.slice(-Math.min(count, this.listed));
  }
}
