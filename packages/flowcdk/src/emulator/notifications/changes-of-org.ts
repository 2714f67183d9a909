import { membersByUser } from '../state/members';
import type { Changed } from '../state/org';
import type { Queue } from '../state/tables/queue';
import type { Runtime } from '../runtime/runtime';
import { BusFeeds } from './bus-feeds';

/**
 * Publishes what changes of the contents of an org mean: who becomes a member of a queue, and which states integrations
 * want for EventBridge. The function that it returns ends that.
 */
export function publishChanges(runtime: Runtime): () => void {
  const { org } = runtime;
  const bus = new BusFeeds(runtime);
  bus.update();
  const stopIntegrations = org.watch('integration', () => bus.update());
  const stopQueues = org.watch('queue', (changed) => publishMembers(runtime, changed));
  return () => {
    stopIntegrations();
    stopQueues();
    bus.stop();
  };
}

/** Documented fields, believed moments. */
function publishMembers({ events }: Runtime, { before, after }: Changed): void {
  const idsOf = (queue: unknown): readonly string[] => membersByUser(queue as Queue | undefined).map(({ id }) => id);
  const [idsBefore, idsAfter] = [idsOf(before), idsOf(after)];
  const queueId = (after ?? before)?.id ?? '';
  const publish = (id: string, joined: boolean): void =>
    events.publish('v2.routing.queues.{id}.users', queueId, { id, user: { id }, queueId, joined });
  for (const id of idsAfter) if (!idsBefore.includes(id)) publish(id, true);
  for (const id of idsBefore) if (!idsAfter.includes(id)) publish(id, false);
}
