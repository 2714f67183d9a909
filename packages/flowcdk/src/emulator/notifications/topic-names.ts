import { namedTopic } from '../../process-automation/notification-topics';
import { whySilent } from './silent-topics';

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

/** Why a topic cannot be subscribed to here. Undefined where it can. */
export function refusalOf(id: string): string | undefined {
  if (id.includes('?') && id.length >= LONGEST_COMBINED)
    return `${id.slice(0, 60)}…: a combined topic has less than ${LONGEST_COMBINED} characters`;
  for (const name of topicsIn(id)) {
    const named = namedTopic(name);
    if (!named) return `${name}: there is no such topic`;
    const wrong = named.ids.find((part) => /[{}*]/.test(part));
    if (wrong !== undefined) return `${name}: '${wrong}' is no id; a subscription names one id`;
    const why = whySilent(named.topic);
    if (why !== undefined) return `${name}: the local org does not publish this topic: ${why}`;
  }
  return undefined;
}
