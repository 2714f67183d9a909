import { nameOfWebhook } from '../../runtime/messages/chat-webhooks';
import type { Call } from '../call';
import { page } from '../paging';
import type { Route } from '../route';
import { ownRoute } from './own-route';

const path = '/flowcdk/messages';

/** Which messages a caller asks for: of a channel, to an address, of a conversation. */
function messagesFor(call: Call) {
  const [channel, to, conversation] = ['channel', 'to', 'conversationId'].map((name) => call.query(name));
  return call.org
    .all('sentMessage')
    .filter(
      (message) =>
        (channel === undefined || message.channel === channel) &&
        (to === undefined || message.to === to || message.to === nameOfWebhook(to)) &&
        (conversation === undefined || message.origin === conversation || message.conversationId === conversation),
    );
}

/** What the org has sent to people and chat groups. */
export const messageRoutes: readonly Route[] = [
  ownRoute({
    method: 'GET',
    path,
    does: 'lists what the org has sent: text messages, e-mails and posts to chat groups, each with its states',
    answers: [200],
    query: {
      channel: 'sms, whatsapp, open, email or chat',
      to: 'the number, the address or the id of the webhook',
      conversationId: 'the conversation for which a data action sent it, or its own',
    },
    handle: (call) => page(call, messagesFor(call), path),
  }),
  ownRoute({
    method: 'GET',
    path: '/flowcdk/callbacks',
    does: 'lists the callbacks: scheduled, under way and over, with every call to the customer',
    answers: [200],
    handle: (call) => page(call, call.org.all('callback'), '/flowcdk/callbacks'),
  }),
];
