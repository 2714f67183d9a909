import { isObject, type Json, type JsonObject } from '../state/json';
import { CHAT_WEBHOOKS } from '../runtime/messages/chat-webhooks';
import { required, text } from '../state/shape';
import type { Call } from './call';
import { notThere } from './refusals';
import type { Route } from './route';

const path = '/api/v2/integrations/webhooks';
const TOPIC = 'v2.integrations.inbound.webhook.{id}.invocation';

/** Headers that carry secrets. They stand in no event, because events stand in the log. */
const secretHeaders: ReadonlySet<string> = new Set(['authorization', 'cookie', 'proxy-authorization']);

/** The address at which a webhook takes events. */
export const invocationUrl = (webhookId: string, origin: string): string => `${origin}${path}/${webhookId}/events`;

/** Publishes what somebody posted to a webhook (documented fields). */
function invoke(call: Call): JsonObject {
  const id = call.param('tokenId');
  const integration = call.org.get('integration', id);
  if (integration?.integrationType.id !== 'webhook' || integration.intendedState !== 'ENABLED') {
    throw notThere('active webhook', id);
  }
  const { body, headers = {}, queryLists = {} } = call.parts;
  call.runtime.events.publish(TOPIC, id, {
    webhookId: id,
    invocationTime: call.org.now.toISOString(),
    webhooksInvocation: {
      body: bodyOf(body),
      headers: Object.fromEntries(Object.entries(headers).filter(([name]) => !secretHeaders.has(name))),
      query: queryLists,
    },
  });
  return { invocationId: call.org.newId() };
}

/** The body of an event is an object. Other JSON comes under the name `value` (assumed). */
const bodyOf = (body: Json | undefined): JsonObject =>
  isObject(body) ? body : body === undefined ? {} : { value: body };

/** Characters of a message to a chat group. The org keeps many of them (assumed: the cloud's limit is not known). */
const LONGEST_TEXT = 20_000;
const chatBody = { message: required(text(LONGEST_TEXT, 1)), metadata: text(LONGEST_TEXT) };

/** Takes what somebody writes to a chat group (seen in published data actions; the answer is assumed). */
function postToChat(call: Call): JsonObject {
  const { message } = call.object(chatBody);
  call.runtime.outbox.post(call.param('webhookId'), message, call.parts.place ?? {});
  return {};
}

export const webhookRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: `${CHAT_WEBHOOKS}:webhookId`,
    does: 'writes to a chat group, through the webhook of the group',
    answers: [200],
    certainty: 'assumed',
    note: 'In the cloud it stands at https://apps.<region>, not in the API; a data action that asks such a host reaches the local org. The id is the secret of the webhook; here every id is one, and the answer is an empty object.',
    open: true,
    body: chatBody,
    handle: postToChat,
  },
  {
    method: 'POST',
    path: `${path}/:tokenId/events`,
    does: 'takes an event that somebody posts to a webhook, and publishes it for triggers',
    answers: [200, 404],
    certainty: 'documented',
    note: 'The id of the integration is the id of the webhook and its token. Headers with secrets are left out of the event; invocationRatePerMinute is not counted.',
    open: true,
    handle: invoke,
  },
];
