import {
  listen,
  type ListenerPorts,
  namedTopic,
  on,
  queueConversations,
  queueObservations,
  type TokenSupplier,
  userPresence,
  userRoutingStatus,
} from 'flowcdk/events';
import { Board, isOfUser, type OfTopic, type Shown } from './board';
import { OrgApi } from './org-api';

export interface WatchOptions extends Partial<ListenerPorts> {
  /** `https://api.mypurecloud.de`, or the address of a local org. */
  readonly api: string;
  readonly token: string | TokenSupplier;
  /** Called with what went wrong on the way. The board goes on. */
  readonly onProblem?: (problem: string) => void;
}

/** A board that follows an org. */
export interface Watch {
  /** What the page shows now. */
  shown(): Shown;
  /** Calls a function after each change. The function that it returns ends that. */
  onChange(changed: () => void): () => void;
  stop(): Promise<void>;
}

/** The lists of queues and users are read so often, in milliseconds. */
const LISTS_EVERY = 60_000;
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

/** Asks for a queue or a user that the board does not know yet. */
async function learn(board: Board, api: OrgApi, { topic, id }: OfTopic): Promise<void> {
  if (board.knows({ topic, id })) return;
  const path = isOfUser(topic) ? `/api/v2/users/${id}?expand=presence,routingStatus` : `/api/v2/routing/queues/${id}`;
  const answer = await api.ask('GET', path);
  // An event may have brought it meanwhile.
  if (board.knows({ topic, id })) return;
  if (isOfUser(topic)) board.addAgent(answer);
  else board.addQueue(answer);
}

/** The queue or the user of a topic with its id. */
function ofTopic(name: string): readonly OfTopic[] {
  const named = namedTopic(name);
  return named ? [{ topic: named.topic.name, id: named.ids[0] ?? '' }] : [];
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
      await learn(board, api, heard);
      board.take(heard);
      tell();
    },
    {
      ...options,
      onTopics: ({ added, removed }) =>
        void first
          .then(async () => {
            for (const gone of removed.flatMap(ofTopic)) board.remove(gone);
            for (const fresh of added.flatMap(ofTopic)) await learn(board, api, fresh);
            tell();
          })
          .catch((problem: unknown) => options.onProblem?.(`new queues and users: ${String(problem)}`)),
      relistEvery: LISTS_EVERY,
      onDeadLetter: ({ topicName }, problem) => options.onProblem?.(`${topicName}: ${problem}`),
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
