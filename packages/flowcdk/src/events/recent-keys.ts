/** Keys of events that came lately. It forgets the older half when it is full. */
export class RecentKeys {
  #newer = new Set<string>();
  #older = new Set<string>();

  /** @param most how many keys are surely remembered */
  constructor(private readonly most: number) {}

  /** Whether a key is new. It is known from now on. */
  add(key: string): boolean {
    if (this.#newer.has(key) || this.#older.has(key)) return false;
    this.#newer.add(key);
    if (this.#newer.size < this.most) return true;
    this.#older = this.#newer;
    this.#newer = new Set();
    return true;
  }

  /** The newest keys, oldest first. */
  newest(count: number): readonly string[] {
    return [...this.#older, ...this.#newer].slice(-count);
  }
}
