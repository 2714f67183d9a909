import { unknownAttributes, wrongAttribute } from './refusals';
import { isValues, listOf, type Value, type Values } from './values';

/**
 * The attributes of a resource or of a block of one, by their names in Terraform. It remembers which were read, so
 * that an attribute nobody reads is refused instead of forgotten. What is null counts as left out.
 */
export class Attributes {
  readonly #read = new Set<string>();
  readonly #inside: Attributes[] = [];

  /**
   * @param address of the resource: `genesyscloud_routing_queue.billing`
   * @param file reads a file beside the stack
   * @param path of the block: `media_settings_call.`
   * @param ignored attributes that are as the org has them once the resource is there
   */
  constructor(
    readonly address: string,
    private readonly values: Values,
    private readonly file: (path: string) => Buffer,
    private readonly path = '',
    private readonly ignored: readonly string[] = [],
  ) {}

  value(name: string): Value | undefined {
    this.#read.add(name);
    const value = Object.hasOwn(this.values, name) ? this.values[name] : undefined;
    return value ?? undefined;
  }

  text(name: string): string | undefined {
    const value = this.value(name);
    if (value === undefined || typeof value === 'string') return value;
    if (typeof value === 'number' || typeof value === 'boolean') return String(value);
    throw this.#wrong(name, 'has to be a text');
  }

  /** A text that has to be there. */
  needed(name: string): string {
    const text = this.text(name);
    if (text === undefined || text === '') throw this.#wrong(name, 'is missing');
    return text;
  }

  /** The texts of a list or set; undefined where it was left out. */
  texts(name: string): readonly string[] | undefined {
    const value = this.value(name);
    if (value === undefined) return undefined;
    return listOf(value).map((item) => {
      if (typeof item !== 'string') throw this.#wrong(name, 'has to be a list of texts');
      return item;
    });
  }

  /** The value in a text of JSON. */
  json(name: string): Value | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    try {
      return JSON.parse(text) as Value;
    } catch (problem) {
      throw this.#wrong(name, `is no JSON: ${problem instanceof Error ? problem.message : String(problem)}`);
    }
  }

  map(name: string): Values | undefined {
    const value = this.value(name);
    if (value === undefined || isValues(value)) return value;
    throw this.#wrong(name, 'has to be a map');
  }

  /** The texts of a map; undefined where it was left out. */
  textMap(name: string): Readonly<Record<string, string>> | undefined {
    const map = this.map(name);
    if (map === undefined) return undefined;
    const wrong = Object.keys(map).filter((key) => typeof map[key] === 'object');
    if (wrong.length > 0) throw this.#wrong(name, `has to be a map of texts, and is none at ${wrong.join(', ')}`);
    return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, String(value)]));
  }

  /** The blocks of a name. */
  blocks(name: string): readonly Attributes[] {
    return listOf(this.value(name)).map((values, i) => {
      if (!isValues(values)) throw this.#wrong(name, 'has to be a block');
      const inside = new Attributes(this.address, values, this.file, `${this.path}${name}[${i}].`);
      this.#inside.push(inside);
      return inside;
    });
  }

  /** The only block of a name. */
  block(name: string): Attributes | undefined {
    const [first, ...others] = this.blocks(name);
    if (others.length > 0) throw this.#wrong(name, 'may be there only once');
    return first;
  }

  /** The attributes of these names as the fields of a body: `side_space` becomes `sideSpace`. */
  fields(...names: readonly string[]): Values {
    return Object.fromEntries(
      names.flatMap((name) => {
        const value = this.value(name);
        return value === undefined ? [] : [[camelCase(name), value] as const];
      }),
    );
  }

  /** The fields of the attributes whose changes are ignored, as the org has them. */
  async ignoredFields(inOrg: () => Promise<Values>): Promise<Values> {
    if (this.ignored.length === 0) return {};
    const current = await inOrg();
    return Object.fromEntries(this.ignored.map(camelCase).map((field) => [field, current[field] ?? null]));
  }

  /** `{ id }` of what an attribute names. */
  reference(name: string): { readonly id: string } | undefined {
    const id = this.text(name);
    return id === undefined ? undefined : { id };
  }

  /** The content of the file that an attribute names. */
  fileContent(name: string): Buffer {
    return this.file(this.needed(name));
  }

  /** The same as text. */
  fileText(name: string): string {
    return this.fileContent(name).toString('utf8');
  }

  /** Refuses the attributes that nobody has read. */
  refuseUnread(): void {
    const unknown = [...new Set(this.#unknown())];
    if (unknown.length > 0) throw unknownAttributes(this.address, unknown);
  }

  #unknown(): readonly string[] {
    const own = Object.entries(this.values).filter(([name, value]) => value !== null && !this.#read.has(name));
    return [...own.map(([name]) => `${this.path}${name}`), ...this.#inside.flatMap((block) => block.#unknown())];
  }

  #wrong(name: string, message: string) {
    return wrongAttribute(this.address, `${this.path}${name}`, message);
  }
}

/** `side_space` → `sideSpace` */
export const camelCase = (name: string): string =>
  name.replace(/_([a-z0-9])/g, (_all, letter: string) => letter.toUpperCase());
