import { jsonIn } from '../emulator/state/json';
import type { LoggedEvent } from '../emulator/runtime/events';

/** A problem with the answer of a running org, in words for the person who called it. */
export class OrgProblem extends Error {
  override readonly name = 'OrgProblem';

  constructor(
    message: string,
    /** What to do. */
    readonly help = 'Start an org with "flowcdk org", and bring the application to it with "flowcdk org apply".',
  ) {
    super(message);
  }
}

/** Between two looks at the event log, in milliseconds. */
const LOOKS_EVERY = 200;

/** After so many looks without news, the org is asked whether it still knows the call. */
export const LOOKS_BEFORE_ASKING = 25;

interface RunningOrg {
  readonly url: string;
  readonly token: string;
}

/** A call on a running org, by its endpoints under `/flowcdk/`. */
export class RemoteCall {
  #since = 0;
  #ended = false;

  private constructor(
    private readonly org: RunningOrg,
    readonly conversationId: string,
    private readonly looksEvery: number,
  ) {}

  get ended(): boolean {
    return this.#ended;
  }

  /** @param token the token of the org. A local org takes any token, unless it was started with one */
  static async place(
    url: string,
    call: {
      readonly from: string;
      readonly to: string;
      /** An outbound call flow, with which the org calls. */
      readonly flow?: string;
      readonly contact?: Readonly<Record<string, string>>;
      readonly sipHeaders?: Readonly<Record<string, string>>;
    },
    token = 'local',
    looksEvery = LOOKS_EVERY,
  ): Promise<RemoteCall> {
    const org = { url: url.replace(/\/+$/, ''), token };
    const placed = (await ask(org, 'POST', '/flowcdk/calls', call)) as { readonly id?: unknown };
    if (typeof placed.id !== 'string') throw new OrgProblem(`${org.url} placed the call and did not say its id`);
    return new RemoteCall(org, placed.id, looksEvery);
  }

  async press(digits: string): Promise<void> {
    await ask(this.org, 'POST', `${this.#path}/press`, { digits });
  }

  async hangUp(): Promise<void> {
    await ask(this.org, 'POST', `${this.#path}/hangup`, {});
  }

  /** Says what the agents of the call do by themselves, or what its analysis finds. Times in milliseconds. */
  async plan(what: 'agents' | 'sentiment', plan: object): Promise<void> {
    await ask(this.org, 'PUT', `${this.#path}/${what}`, plan);
  }

  /** What happened since the last time. */
  async news(): Promise<readonly LoggedEvent[]> {
    const query = new URLSearchParams({ since: String(this.#since), conversationId: this.conversationId });
    const answer = await ask(this.org, 'GET', `/flowcdk/events?${query.toString()}`);
    const { entities: events } = answer as { readonly entities?: readonly LoggedEvent[] };
    if (!Array.isArray(events)) throw new OrgProblem(`${this.org.url} answered its events in a form nobody knows`);
    for (const { number, type } of events) {
      this.#since = Math.max(this.#since, number);
      if (type === 'call.ended') this.#ended = true;
    }
    return events;
  }

  /** Reports every event until the call is over. `onEvent` may press keys and hang up. */
  async follow(onEvent: (event: LoggedEvent) => void | Promise<void>): Promise<void> {
    for (let quiet = 0; ; quiet++) {
      for (const event of await this.news()) {
        quiet = 0;
        await onEvent(event);
      }
      if (this.#ended) return;
      // A reset org does not know the call any more, so no event of it will come.
      if (quiet > 0 && quiet % LOOKS_BEFORE_ASKING === 0) await ask(this.org, 'GET', this.#path);
      await new Promise((done) => setTimeout(done, this.looksEvery));
    }
  }

  get #path(): string {
    return `/flowcdk/calls/${encodeURIComponent(this.conversationId)}`;
  }
}

/** Says on a running org what the person behind a number does, in milliseconds. */
export async function tellOfPerson(url: string, number: string, conduct: object, token = 'local'): Promise<void> {
  const org = { url: url.replace(/\/+$/, ''), token };
  await ask(org, 'PUT', `/flowcdk/people/${encodeURIComponent(number)}`, conduct);
}

async function ask(
  { url, token }: RunningOrg,
  method: 'GET' | 'POST' | 'PUT',
  path: string,
  body?: object,
): Promise<unknown> {
  let answer: Response;
  try {
    answer = await fetch(`${url}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      signal: AbortSignal.timeout(10_000),
      body: body === undefined ? null : JSON.stringify(body),
    });
  } catch (problem) {
    const cause = problem instanceof Error && problem.cause instanceof Error ? problem.cause : problem;
    throw new OrgProblem(`no org answers at ${url}: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
  const text = await answer.text();
  const json = jsonIn(text);
  if (answer.ok) return json ?? {};
  const { message } = (json ?? {}) as { readonly message?: unknown };
  const sentence = `${method} ${path}: ${answer.status} ${typeof message === 'string' ? message : text.slice(0, 200)}`;
  if (answer.status === 401) throw new OrgProblem(sentence, TOKEN);
  if (answer.status === 404 && method === 'POST' && path === '/flowcdk/calls')
    throw new OrgProblem(sentence, NOBODY.replace('URL', url));
  throw new OrgProblem(sentence);
}

const TOKEN =
  'The org was started with a token: put it into the environment variable FLOWCDK_ORG_TOKEN, or give it with --token.';
const NOBODY =
  'Bring the application to the org with "flowcdk org apply", or give one of its numbers with --to. A line that is closed opens when the clock of the org is moved ahead, here by a day: curl -H "Authorization: Bearer local" -d \'{"seconds": 86400}\' URL/flowcdk/clock.';
