import { isObject, type JsonObject, jsonIn } from '../state/json';
import type { Channel } from './channel';

/** What a message may change. */
interface Subscriptions {
  readonly channel: (id: string) => Channel | undefined;
  readonly subscribe: (
    channel: Channel,
    ids: readonly string[],
    how: 'add',
  ) => readonly { readonly state: string }[] | { readonly kind: string; readonly message: string };
  readonly unsubscribe: (channel: Channel, ids: readonly string[]) => void;
  readonly use: (channel: Channel) => void;
}

/** Subscriptions of one message. A channel takes no more. */
const MOST = 1_000;

/**
 * Answers a message that came through the socket: `ping`, `subscribe`, `unsubscribe` (the names are documented by two
 * clients, the form of the answers is believed). Other messages get no answer.
 */
export function answerInBand(service: Subscriptions, channel: Channel, text: string): JsonObject | undefined {
  const sent = jsonIn(text);
  if (!isObject(sent)) return undefined;
  const { message, topics, correlationId } = sent;
  const metadata = typeof correlationId === 'string' ? { CorrelationId: correlationId } : {};
  const answer = (eventBody: JsonObject): JsonObject => ({
    topicName: 'channel.metadata',
    version: '2',
    eventBody,
    metadata,
    ...(typeof correlationId === 'string' ? { correlationId } : {}),
  });
  service.use(channel);
  if (message === 'ping') return answer({ message: 'pong' });
  if (message !== 'subscribe' && message !== 'unsubscribe') return undefined;
  const ids = Array.isArray(topics) ? topics.filter((id) => typeof id === 'string') : [];
  if (!Array.isArray(topics) || ids.length !== topics.length || ids.length > MOST)
    return { ...answer({ message: `topics: expected at most ${MOST} texts` }), result: '400', status: 'error' };
  if (!service.channel(channel.id)) return { ...answer({ message: 'the channel is over' }), result: '404' };
  if (message === 'unsubscribe') {
    service.unsubscribe(channel, ids);
    return { ...answer({ message: 'unsubscribed' }), result: '200', status: 'unsubscribed' };
  }
  const outcome = service.subscribe(channel, ids, 'add');
  if ('kind' in outcome) return { ...answer({ message: outcome.message }), result: '400', status: 'failure' };
  const isRefused = outcome.some(({ state }) => state === 'Rejected');
  return {
    ...answer({ message: 'subscribe', entities: outcome }),
    result: isRefused ? '400' : '200',
    status: isRefused ? 'failure' : 'subscribed',
  };
}
