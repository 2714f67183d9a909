import type { ListenerApi } from './api';
import { type Listening, topicNameOf } from './heard';

/** The lists that `*` stands for, by what the name of a topic begins with. */
const lists: readonly (readonly [beginning: string, path: string])[] = [
  ['v2.routing.queues.{id}', '/api/v2/routing/queues'],
  ['v2.analytics.queues.{id}', '/api/v2/routing/queues'],
  ['v2.users.{id}', '/api/v2/users'],
];

/** The list that `*` of a topic stands for. Undefined where there is none. */
export const listFor = ({ topic }: Listening): string | undefined =>
  lists.find(([beginning]) => topic.name.startsWith(beginning))?.[1];

/**
 * Writes out every `*`, with one request for each list.
 *
 * @param known the lists that were read before, by their paths; those that are read now are added
 */
export async function topicNames(
  api: ListenerApi,
  listening: readonly Listening[],
  known: Map<string, readonly string[]>,
): Promise<readonly string[]> {
  const names = new Set<string>();
  for (const entry of listening) {
    if (entry.id !== '*') {
      names.add(topicNameOf(entry));
      continue;
    }
    const path = listFor(entry) ?? '';
    const ids = known.get(path) ?? (await api.all(path)).map(({ id }) => String(id));
    known.set(path, ids);
    for (const id of ids) names.add(topicNameOf({ topic: entry.topic, id }));
  }
  return [...names];
}
