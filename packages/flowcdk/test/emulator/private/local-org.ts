import { setImmediate } from 'node:timers/promises';
import { routes } from '../../../src/emulator/api';
import { inProcess } from '../../../src/emulator/in-process';
import { Living } from '../../../src/emulator/living';
import { chance } from '../../../src/emulator/runtime/chance';
import { VirtualClock } from '../../../src/emulator/runtime/clock';
import { DataActions } from '../../../src/emulator/runtime/data-actions/data-actions';
import { Runtime } from '../../../src/emulator/runtime/runtime';
import type { Service } from '../../../src/emulator/runtime/services/service';
import { respondsWith } from '../../../src/emulator/runtime/services/service';
import { Services } from '../../../src/emulator/runtime/services/send-to-services';
import { serverOf, type ServerOptions } from '../../../src/emulator/server';
import { addFirstContent } from '../../../src/emulator/state/first-content';
import { type Change, type Keep, Org } from '../../../src/emulator/state/org';

export interface Answer {
  readonly status: number;
  /** The body as JSON, or as text where it is none. */
  readonly body: unknown;
  readonly headers: Readonly<Record<string, unknown>>;
}

/** How often the event loop goes round before a request counts as one that waits for time to pass. */
const PATIENCE = 50;

/** A life of its own under a virtual clock: data actions ask doubles. */
function lifeOf(
  org: Org,
  clock: VirtualClock,
  { services, busFolder }: { readonly services: Readonly<Record<string, Service>>; readonly busFolder?: string },
): Runtime {
  return new Runtime({
    org,
    clock,
    chance: chance('local org'),
    busFolder,
    send: (runtime) => new Services({ services, clock, log: runtime.log, chance: runtime.chance.of('services') }).send,
    dataActions: (runtime) => new DataActions(runtime, { send: runtime.send, ownApi: inProcess(runtime) }),
  });
}

/**
 * A local org without sockets, clock and chance: its ids count from 1, its time moves only when a test says so, and
 * while a request waits for what takes time.
 */
export function localOrg(
  options: Partial<Omit<ServerOptions, 'org'>> & {
    /** What answers data actions, by host. @default `{}` from customers.example */
    readonly services?: Readonly<Record<string, Service>>;
    readonly keep?: Keep;
    readonly empty?: boolean;
    /** Where rules of the bus may write files. @default nowhere */
    readonly busFolder?: string;
    /** What happened before, instead of the first content. */
    readonly happened?: readonly Change[];
  } = {},
) {
  let clock = new VirtualClock(Date.parse('2026-11-21T08:00:00Z'));
  const { keep, empty, happened, services = { 'customers.example': respondsWith({}) }, busFolder, ...server } = options;
  // Beyond those of what happened before.
  let ids = happened ? 100_000 : 0;
  const org = new Org({
    now: () => new Date(clock.now()),
    newId: () => `00000000-0000-4000-8000-${String(++ids).padStart(12, '0')}`,
    ...(keep ? { keep } : {}),
  });
  if (happened) org.replay(happened);
  else if (!empty) addFirstContent(org);
  let living: Living | undefined;
  const life = (): Living =>
    (living ??= new Living(() => {
      // What was to happen in the life before never does.
      clock = new VirtualClock(clock.now());
      return {
        runtime: lifeOf(org, clock, { services, ...(busFolder === undefined ? {} : { busFolder }) }),
        stop: () => undefined,
      };
    }));
  const app = serverOf({
    org,
    routes,
    life: () => Promise.resolve(life()),
    addWhatIsThereAtFirst: () => addFirstContent(org),
    onDefect: (problem) => {
      throw problem;
    },
    ...server,
  });
  const send = async (
    method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    url: string,
    payload?: string | Buffer,
    headers: Readonly<Record<string, string>> = { authorization: 'Bearer local', 'content-type': 'application/json' },
  ): Promise<Answer> => {
    let answered = false;
    const answering = app
      .inject({ method, url, headers, ...(payload === undefined ? {} : { payload }) })
      .finally(() => (answered = true));
    for (let rounds = 0; !answered; rounds += 1) {
      await setImmediate();
      if (rounds > PATIENCE && !answered) clock.step();
    }
    const answer = await answering;
    const isJson = String(answer.headers['content-type']).startsWith('application/json');
    return { status: answer.statusCode, body: isJson ? JSON.parse(answer.body) : answer.body, headers: answer.headers };
  };
  const json = (body: unknown): string | undefined => (body === undefined ? undefined : JSON.stringify(body));
  return {
    org,
    app,
    get runtime() {
      return life().runtime;
    },
    send,
    get: (url: string) => send('GET', url),
    post: (url: string, body?: unknown) => send('POST', url, json(body)),
    put: (url: string, body?: unknown) => send('PUT', url, json(body)),
    patch: (url: string, body?: unknown) => send('PATCH', url, json(body)),
    delete: (url: string) => send('DELETE', url),
    /** Creates something and gives its id. */
    create: async (url: string, body: unknown): Promise<string> => {
      const answer = await send('POST', url, json(body));
      if (answer.status >= 300) throw new Error(`${url}: ${answer.status} ${JSON.stringify(answer.body)}`);
      return (answer.body as { readonly id: string }).id;
    },
    /** Uploads a flow as the provider does and gives its job. */
    publish: async (yaml: string) => {
      const { id, presignedUrl } = (await send('POST', '/api/v2/flows/jobs')).body as Record<string, string>;
      await send('PUT', new URL(presignedUrl ?? '').pathname, yaml, {});
      return (await send('GET', `/api/v2/flows/jobs/${id}?expand=messages`)).body as {
        readonly status: string;
        readonly flow?: { readonly id: string };
        readonly messages: readonly { readonly type: string; readonly text: string }[];
      };
    },
    /** Time passes. */
    wait: (milliseconds: number) => clock.advance(milliseconds),
  };
}

export type LocalOrg = ReturnType<typeof localOrg>;

/** What went wrong, as the caller is told. */
export const messageOf = ({ body }: Answer): string => (body as { readonly message: string }).message;
/** The things of a list. */
export const entitiesOf = ({ body }: Answer) =>
  (body as { readonly entities: readonly Record<string, unknown>[] }).entities;
