/** Remembers a limited number of results by text, the newest. A forgotten result is only computed again. */
export class BoundedCache<V> {
  private readonly entries = new Map<string, V>();

  constructor(
    private readonly capacity: number,
    private readonly make: (text: string) => V,
  ) {}

  get(text: string): V {
    const known = this.entries.get(text);
    if (known !== undefined) return known;
    const fresh = this.make(text);
    if (this.entries.size >= this.capacity) {
      const oldest = this.entries.keys().next();
      if (oldest.done !== true) this.entries.delete(oldest.value);
    }
    this.entries.set(text, fresh);
    return fresh;
  }
}
