import type { ListenerFetch, TokenSupplier } from 'flowcdk/events';

/** JSON of an answer. */
export type Fields = Readonly<Record<string, unknown>>;

/** The questions that the first state of a board asks. */
export class OrgApi {
  constructor(
    private readonly api: string,
    private readonly token: string | TokenSupplier,
    private readonly fetch: ListenerFetch,
  ) {}

  /** @throws Error for any answer but 200 */
  async ask(method: 'GET' | 'POST', path: string, body?: unknown): Promise<Fields> {
    const token = typeof this.token === 'string' ? this.token : await this.token();
    const answer = await this.fetch(`${this.api}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (answer.status !== 200) throw new Error(`${method} ${path}: ${answer.status}: ${text.slice(0, 200)}`);
    return JSON.parse(text) as Fields;
  }

  /** Everything of a list, page after page. */
  async all(path: string): Promise<readonly Fields[]> {
    const items: Fields[] = [];
    for (let page = 1; ; page += 1) {
      const { entities, pageCount } = await this.ask(
        'GET',
        `${path}${path.includes('?') ? '&' : '?'}pageSize=100&pageNumber=${page}`,
      );
      items.push(...fieldsIn(entities));
      if (page >= Number(pageCount ?? 1)) return items;
    }
  }
}

/** An object of an answer; empty where there is none. */
export const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null ? (value as Fields) : {};

/** The objects of a list of an answer. */
export const fieldsIn = (value: unknown): readonly Fields[] => (Array.isArray(value) ? value.map(fieldsOf) : []);
