import { nameOfWebhook } from '../../runtime/messages/chat-webhooks';
import type { Call } from '../call';
import { page } from '../paging';
import { ApiProblem, wrongValue } from '../refusals';
import { Reply, type Route } from '../route';
import { isNumber } from '../../runtime/messages/inbox';
import { NotRouted } from '../../runtime/messages/not-routed';
import { oneOf, required, text } from '../../state/shape';
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

/** Which messages of customers a caller asks for: of a number, of a conversation. */
function receivedFor(call: Call) {
  const [from, conversation] = ['from', 'conversationId'].map((name) => call.query(name));
  return call.org
    .all('receivedMessage')
    .filter(
      (message) =>
        (from === undefined || message.from === from) &&
        (conversation === undefined || message.conversationId === conversation),
    );
}

const messageBody = {
  from: required(text(100, 1)),
  to: required(text(100, 1)),
  text: required(text(10_000, 1)),
  name: text(100),
  channel: oneOf('sms'),
};

/** A customer writes to a number of the org. */
function receive(call: Call): Reply {
  const { from, to, text: said, name } = call.only(messageBody);
  if (!isNumber(from)) throw wrongValue(`from is '${from}'; expected a number in E.164, such as +33142685300`, 'from');
  try {
    const conversation = call.runtime.inbox.receive({ from, to, text: said, name });
    return new Reply(201, {
      id: conversation.id,
      from,
      to,
      text: said,
      selfUri: `/api/v2/conversations/messages/${conversation.id}`,
    });
  } catch (problem) {
    if (problem instanceof NotRouted) throw new ApiProblem(404, 'not.found', `Nobody answers: ${problem.message}.`);
    throw problem;
  }
}

/** What the org has sent to people and chat groups, and what customers write to it. */
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
  {
    ...ownRoute({
      method: 'POST',
      path,
      does: 'writes an SMS to a number of the org, as a customer; the answer has the id of the conversation',
      answers: [201, 404],
      body: messageBody,
      handle: receive,
    }),
    lives: true,
  },
  ownRoute({
    method: 'GET',
    path: `${path}/received`,
    does: 'lists the messages that customers wrote to the org',
    answers: [200],
    query: { from: 'the number of the customer', conversationId: 'the conversation that it belongs to' },
    handle: (call) => page(call, receivedFor(call), `${path}/received`),
  }),
  ownRoute({
    method: 'GET',
    path: '/flowcdk/callbacks',
    does: 'lists the callbacks: scheduled, under way and over, with every call to the customer',
    answers: [200],
    handle: (call) => page(call, call.org.all('callback'), '/flowcdk/callbacks'),
  }),
];
