/** Topics of one channel (documented). */
export const TOPICS_OF_CHANNEL = 1_000;
/** Channels of one user and client, less one that a rotation needs. */
export const MOST_LINES = 19;

/**
 * Spreads topics over channels. A topic stays where it is as long as it is listened to; a new one goes to the first
 * channel with room. The same topics in the same steps give the same channels.
 *
 * @throws Error where the topics need more channels than a user and client may have
 */
export function spread(
  before: readonly (readonly string[])[],
  topics: readonly string[],
  perChannel = TOPICS_OF_CHANNEL,
): readonly (readonly string[])[] {
  const all = new Set(topics);
  const shards = before.map((shard) => shard.filter((topic) => all.has(topic)));
  const placed = new Set(shards.flat());
  let at = 0;
  for (const topic of [...all].filter((name) => !placed.has(name)).sort()) {
    while ((shards[at]?.length ?? 0) >= perChannel) at += 1;
    (shards[at] ??= []).push(topic);
  }
  if (shards.length > MOST_LINES)
    throw new Error(
      `${all.size} topics need ${shards.length} channels of ${perChannel}. A user and client has 20, and the renewal needs one of them: listen to less, or with several OAuth clients.`,
    );
  return shards;
}
