import { namedTopic, type NamedTopic } from '../../process-automation/notification-topics';
import { topics } from '../../process-automation/topic-table';

/** The longest combined topic, in characters: `v2.users.{id}?presence&routingStatus` (documented). */
export const LONGEST_COMBINED = 200;

/** Takes a combined topic apart: `v2.users.1?presence&station` is `v2.users.1.presence` and `v2.users.1.station`. */
export function topicsIn(id: string): readonly string[] {
  const at = id.indexOf('?');
  if (at < 0) return [id];
  return id
    .slice(at + 1)
    .split('&')
    .map((rest) => `${id.slice(0, at)}.${rest}`);
}

/** Topics that triggers know, and that the local org never publishes. */
const silent: ReadonlySet<string> = new Set(
  topics
    .map(({ name }) => name)
    .filter(
      (name) =>
        !name.startsWith('v2.detail.events.conversation.') &&
        !['v2.users.{id}.activity', 'v2.integrations.inbound.webhook.{id}.invocation'].includes(name),
    )
    .concat('v2.detail.events.conversation.{id}.contact', 'v2.detail.events.conversation.{id}.outbound'),
);

/** Whether the local org publishes a topic. */
export const isPublished = ({ topic }: NamedTopic): boolean =>
  topic.fields !== undefined ? !silent.has(topic.name) : !silent.has(topic.name) && topics.includes(topic);

/** Why a topic cannot be subscribed to here. Undefined where it can. */
export function refusalOf(id: string): string | undefined {
  if (id.includes('?') && id.length >= LONGEST_COMBINED)
    return `${id.slice(0, 60)}…: a combined topic has less than ${LONGEST_COMBINED} characters`;
  for (const name of topicsIn(id)) {
    const named = namedTopic(name);
    if (!named) return `${name}: there is no such topic`;
    const wrong = named.ids.find((part) => /[{}*]/.test(part));
    if (wrong !== undefined) return `${name}: '${wrong}' is no id; a subscription names one id`;
    if (!isPublished(named)) return `${name}: the local org does not publish this topic`;
  }
  return undefined;
}
