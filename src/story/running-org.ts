import type { LoggedEvent } from '../emulator/runtime/events';

/** Something a running org answered, or did not, in words for who called it. */
export class OrgProblem extends Error {
  override readonly name = 'OrgProblem';
}

/** Between two looks at the event log, in milliseconds. */
const LOOKS_EVERY = 200;

/** A call on a running org, by its endpoints under `/flowcdk/`. */
export class RemoteCall {
  #since = 0;
  #ended = false;

  private constructor(
    private readonly url: string,
    readonly conversationId: string,
  ) {}

  get ended(): boolean {
    return this.#ended;
  }

  static async place(url: string, call: { readonly from: string; readonly to: string }): Promise<RemoteCall> {
    const base = url.replace(/\/+$/, '');
    const placed = (await ask(base, 'POST', '/flowcdk/calls', call)) as { readonly id?: unknown };
    if (typeof placed.id !== 'string') throw new OrgProblem(`${base} placed the call and did not say its id`);
    return new RemoteCall(base, placed.id);
  }

  async press(digits: string): Promise<void> {
    await ask(this.url, 'POST', `/flowcdk/calls/${encodeURIComponent(this.conversationId)}/press`, { digits });
  }

  async hangUp(): Promise<void> {
    await ask(this.url, 'POST', `/flowcdk/calls/${encodeURIComponent(this.conversationId)}/hangup`, {});
  }

  /** What happened since the last time. */
  async news(): Promise<readonly LoggedEvent[]> {
    const query = new URLSearchParams({ since: String(this.#since), conversationId: this.conversationId });
    const answer = await ask(this.url, 'GET', `/flowcdk/events?${query.toString()}`);
    const { entities: events } = answer as { readonly entities?: readonly LoggedEvent[] };
    if (!Array.isArray(events)) throw new OrgProblem(`${this.url} answered its events in a form nobody knows`);
    for (const { number, type } of events) {
      this.#since = Math.max(this.#since, number);
      if (type === 'call.ended') this.#ended = true;
    }
    return events;
  }

  /** Tells of everything until the call is over. `onEvent` may press keys and hang up. */
  async follow(onEvent: (event: LoggedEvent) => void | Promise<void>): Promise<void> {
    for (;;) {
      for (const event of await this.news()) await onEvent(event);
      if (this.#ended) return;
      await new Promise((done) => setTimeout(done, LOOKS_EVERY));
    }
  }
}

async function ask(base: string, method: 'GET' | 'POST', path: string, body?: object): Promise<unknown> {
  let answer: Response;
  try {
    answer = await fetch(`${base}${path}`, {
      method,
      headers: { authorization: 'Bearer local', 'content-type': 'application/json' },
      signal: AbortSignal.timeout(10_000),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  } catch (problem) {
    const cause = problem instanceof Error && problem.cause instanceof Error ? problem.cause : problem;
    throw new OrgProblem(`no org answers at ${base}: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
  const text = await answer.text();
  const json = jsonIn(text);
  if (answer.ok) return json ?? {};
  const { message } = (json ?? {}) as { readonly message?: unknown };
  throw new OrgProblem(
    `${method} ${path}: ${answer.status} ${typeof message === 'string' ? message : text.slice(0, 200)}`,
  );
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
