import { isObject, type Json, type JsonObject } from '../state/json';
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

export const webhookRoutes: readonly Route[] = [
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
