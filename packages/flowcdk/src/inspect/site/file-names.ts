/** Gives each resource a file name of its own, which any file system takes. */
export class FileNames {
  readonly #names = new Map<string, string>();
  readonly #taken = new Set<string>();

  /** The file for a resource: `flow-support-line.html`. @param key what makes the resource different from all others */
  of(prefix: string, name: string, key: string): string {
    const known = this.#names.get(key);
    if (known !== undefined) return known;
    const words = name
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 60);
    const base = words === '' ? prefix : `${prefix}-${words}`;
    let file = `${base}.html`;
    for (let n = 2; this.#taken.has(file); n += 1) file = `${base}-${n}.html`;
    this.#taken.add(file);
    this.#names.set(key, file);
    return file;
  }
}
