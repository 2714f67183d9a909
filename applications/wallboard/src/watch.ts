import {
  listen,
  type ListenerPorts,
  on,
  queueConversations,
  queueObservations,
  type TokenSupplier,
  userPresence,
  userRoutingStatus,
} from 'flowcdk/events';
import { Board, type Shown } from './board';
import { OrgApi } from './org-api';

export interface WatchOptions extends Partial<ListenerPorts> {
  /** `https://api.mypurecloud.de`, or the address of a local org. */
  readonly api: string;
  readonly token: string | TokenSupplier;
}

/** A board that follows an org. */
export interface Watch {
  /** What the page shows now. */
  shown(): Shown;
  /** Calls a function after each change. The function that it returns ends that. */
  onChange(changed: () => void): () => void;
  stop(): Promise<void>;
}

const METRICS = ['oMemberUsers', 'oOnQueueUsers', 'oWaiting', 'oAlerting', 'oInteracting'];

/** Asks for the first state. Afterwards events alone change it. */
async function askFirstState(board: Board, api: OrgApi): Promise<void> {
  const queues = await api.all('/api/v2/routing/queues');
  for (const queue of queues) board.addQueue(queue);
  for (const user of await api.all('/api/v2/users?expand=presence,routingStatus')) board.addAgent(user);
  if (queues.length === 0) return;
  board.addObservations(
    await api.ask('POST', '/api/v2/analytics/queues/observations/query', {
      filter: { type: 'or', predicates: queues.map(({ id }) => ({ dimension: 'queueId', value: id })) },
      metrics: METRICS,
      detailMetrics: ['oWaiting', 'oAlerting'],
    }),
  );
}

/**
 * Follows every queue and every user of an org. Events that come while the first state is asked for wait for it.
 *
 * @throws Error where the org refuses a request
 */
export async function watch(options: WatchOptions): Promise<Watch> {
  const { fetch = globalThis.fetch, clock } = options;
  const now = (): number => clock?.now() ?? Date.now();
  const api = new OrgApi(options.api.replace(/\/+$/, ''), options.token, fetch);
  const board = new Board(now());
  const hearers = new Set<() => void>();
  const tell = (): void => hearers.forEach((changed) => changed());
  let begin = (): void => undefined;
  const first = new Promise<void>((done) => (begin = done));
  const listener = await listen(
    [on(queueConversations, '*'), on(queueObservations, '*'), on(userRoutingStatus, '*'), on(userPresence, '*')],
    async (heard) => {
      await first;
      if (!board.knows(heard)) {
        if (heard.topic.startsWith('v2.users.'))
          board.addAgent(await api.ask('GET', `/api/v2/users/${heard.id}?expand=presence,routingStatus`));
        else board.addQueue(await api.ask('GET', `/api/v2/routing/queues/${heard.id}`));
      }
      board.take(heard);
      tell();
    },
    {
      ...options,
      onStatus: (status) => {
        board.status = status;
        tell();
      },
    },
  );
  try {
    await askFirstState(board, api);
  } catch (problem) {
    begin();
    await listener.stop();
    throw problem;
  }
  begin();
  return {
    shown: () => board.shown(now()),
    onChange: (changed) => {
      hearers.add(changed);
      return () => hearers.delete(changed);
    },
    stop: () => listener.stop(),
  };
}
