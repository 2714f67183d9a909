import { isNumber } from '../runtime/messages/inbox';
import { MessageRefused } from '../runtime/messages/message-refused';
import type { NewMessage } from '../runtime/messages/new-message';
import { LONGEST_SMS } from '../runtime/messages/outbox';
import type { JsonObject } from '../state/json';
import { anyObject, listOf, object, oneOf, required, text, yesNo } from '../state/shape';
import type { ReceivedMessage } from '../state/tables/received-message';
import type { SentMessage } from '../state/tables/sent-message';
import type { Call } from './call';
import { ApiProblem, notThere, wrongValue } from './refusals';
import { Reply, type Route } from './route';

const messages = '/api/v2/conversations/messages';
const emails = '/api/v2/conversations/emails';

/** The most characters of a text message on other channels than SMS (documented). */
const LONGEST_OTHER = 2_000;

const messageBody = {
  fromAddress: required(text(256, 1)),
  toAddress: text(256, 1),
  toAddressMessengerType: required(oneOf('sms', 'whatsapp', 'open')),
  textBody: text(100_000),
  messagingTemplate: anyObject,
  useExistingActiveConversation: yesNo,
};

/** Sends a message without an agent. */
function sendMessage(call: Call): Reply {
  const body = call.object(messageBody);
  const { fromAddress, toAddress = '', toAddressMessengerType: channel, textBody = '' } = body;
  if (channel === 'sms') checkSms(call, fromAddress, toAddress);
  if (toAddress === '') throw wrongValue('toAddress is missing; expected whom the message goes to', 'toAddress');
  if (channel === 'whatsapp' && body.messagingTemplate === undefined)
    throw wrongValue(
      'messagingTemplate is missing; a WhatsApp message without an agent needs one',
      'messagingTemplate',
    );
  if (channel !== 'whatsapp' && textBody === '')
    throw wrongValue('textBody is missing; expected the text of the message', 'textBody');
  const most = channel === 'sms' ? LONGEST_SMS : LONGEST_OTHER;
  if (textBody.length > most) {
    const message = `textBody has ${textBody.length} characters; a message of type ${channel} has at most ${most}`;
    throw wrongValue(message, 'textBody');
  }
  const { useExistingActiveConversation = false, messagingTemplate } = body;
  const sent = send(call, {
    channel,
    from: fromAddress,
    to: toAddress,
    text: textBody === '' ? JSON.stringify(messagingTemplate) : textBody,
    useExistingActiveConversation,
  });
  return new Reply(202, {
    id: sent.id,
    conversationId: sent.conversationId,
    fromAddress,
    toAddress,
    messengerType: channel,
    textBody,
    ...(messagingTemplate === undefined ? {} : { messagingTemplate }),
    useExistingActiveConversation,
    message: shownMessage(sent),
    timestamp: sent.states[0]?.at,
    selfUri: `${messages}/${sent.id}`,
  });
}

/** Numbers of text messages are in E.164 (documented). */
function checkSms(call: Call, from: string, to: string): void {
  for (const [field, address] of [
    ['fromAddress', from],
    ['toAddress', to],
  ] as const) {
    // A sender may also be a short code or a name (believed).
    if (field === 'fromAddress' && !address.startsWith('+')) continue;
    if (!isNumber(address))
      throw wrongValue(`${field} is '${address}'; expected a number in E.164, such as +33142685300`, field);
  }
  if (from === to) throw wrongValue('fromAddress and toAddress are the same number', 'toAddress');
  checkSender(call, from);
}

/** The cloud sends only from numbers of the org. In an org without any, nobody has said which they are. */
function checkSender(call: Call, from: string): void {
  const numbers = call.org.all('smsNumber').map(({ phoneNumber }) => phoneNumber);
  if (numbers.length === 0) {
    call.warn(
      'fromAddress: this org has no SMS numbers, so every sender is taken; the cloud refuses a number that is not one of its own. POST /api/v2/routing/sms/phonenumbers and the section smsNumbers of a seed add some',
    );
  } else if (!numbers.includes(from)) {
    throw wrongValue(
      `fromAddress: ${from} is no SMS number of this org; there are ${numbers.join(', ')}`,
      'fromAddress',
    );
  }
}

/** Characters of the text of an e-mail, and of its HTML (assumed: the cloud's limit is not known). */
const LONGEST_EMAIL = 250_000;

const emailAddress = object({ email: required(text(320, 3)), name: text(1_000) });
const emailBody = {
  senderType: required(oneOf('Outbound')),
  conversationId: text(256, 1),
  fromAddress: required(emailAddress),
  toAddresses: required(listOf(emailAddress, 1)),
  replyToAddress: emailAddress,
  subject: text(),
  textBody: text(LONGEST_EMAIL),
  htmlBody: text(LONGEST_EMAIL),
};

function sendEmail(call: Call): Reply {
  const body = call.object(emailBody);
  const { fromAddress, toAddresses, replyToAddress, subject, textBody, htmlBody, conversationId } = body;
  const [to] = toAddresses;
  if (!to) throw wrongValue('toAddresses is empty; an e-mail without an agent has one recipient', 'toAddresses');
  for (const [field, { email }] of [
    ['fromAddress', fromAddress],
    ['toAddresses', to],
  ] as const)
    if (!isEmail(email)) throw wrongValue(`${field}: '${email}' is no e-mail address`, field);
  if (textBody === undefined && htmlBody === undefined)
    throw wrongValue('The e-mail has neither textBody nor htmlBody', 'textBody');
  const sent = send(call, {
    channel: 'email',
    from: fromAddress.email,
    to: to.email,
    text: textBody ?? '',
    ...(htmlBody === undefined ? {} : { html: htmlBody }),
    ...(subject === undefined ? {} : { subject }),
    ...(fromAddress.name === undefined ? {} : { fromName: fromAddress.name }),
    ...(to.name === undefined ? {} : { toName: to.name }),
    ...(replyToAddress === undefined ? {} : { replyTo: replyToAddress.email }),
    ...(conversationId === undefined ? {} : { conversationId }),
  });
  return new Reply(202, {
    id: sent.id,
    conversationId: sent.conversationId,
    senderType: 'Outbound',
    fromAddress,
    toAddresses,
    ...(replyToAddress === undefined ? {} : { replyToAddress }),
    ...(subject === undefined ? {} : { subject }),
    dateCreated: sent.states[0]?.at,
    selfUri: `${emails}/${sent.id}`,
  });
}

/** One `@` with something on both sides, and a dot in the domain. */
function isEmail(address: string): boolean {
  const [local = '', domain = '', ...rest] = address.split('@');
  return rest.length === 0 && local !== '' && domain.includes('.') && !/\s/.test(address) && !domain.startsWith('.');
}

function send(call: Call, message: NewMessage): SentMessage {
  try {
    return call.runtime.outbox.send(message, call.parts.place ?? {});
  } catch (problem) {
    if (problem instanceof MessageRefused) throw new ApiProblem(400, problem.code, `The ${problem.message.slice(4)}.`);
    throw problem;
  }
}

/** A message with its state (documented fields). */
export function shownMessage({
  id,
  conversationId,
  from,
  to,
  channel,
  text: said,
  status,
  problem,
  states,
}: SentMessage): JsonObject {
  return {
    id,
    ...(conversationId === undefined ? {} : { conversationId }),
    fromAddress: from,
    toAddress: to,
    direction: 'outbound',
    messengerType: channel,
    textBody: said,
    status,
    timestamp: states[0]?.at,
    ...(problem === undefined ? {} : { errorInfo: { code: status, message: problem } }),
    selfUri: `${messages}/${id}/details`,
  };
}

/** A message of a customer (documented fields). */
export const shownReceived = ({
  id,
  conversationId,
  from,
  to,
  text: said,
  receivedAt,
}: ReceivedMessage): JsonObject => ({
  id,
  conversationId,
  fromAddress: from,
  toAddress: to,
  direction: 'inbound',
  messengerType: 'sms',
  textBody: said,
  status: 'received',
  timestamp: receivedAt,
  selfUri: `${messages}/${id}/details`,
});

function details(call: Call): JsonObject {
  const id = call.param('id');
  const received = call.org.get('receivedMessage', id);
  if (received) return shownReceived(received);
  const sent = call.org.get('sentMessage', id);
  if (!sent || sent.channel === 'chat' || sent.channel === 'email') throw notThere('message', id);
  return shownMessage(sent);
}

export const agentlessRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: `${messages}/agentless`,
    does: 'sends a text message without an agent',
    permission: 'conversation:message:create',
    answers: [202, 400],
    certainty: 'documented',
    note: `Nothing leaves the local org: GET /flowcdk/messages shows what was sent. A text has at most ${LONGEST_SMS} characters as an SMS, ${LONGEST_OTHER} otherwise. The message leaves after one second and arrives two seconds later, or fails as PUT /flowcdk/people says (assumed). The code of the refusal of a recipient who opted out is assumed.`,
    honours: ['useNormalizedMessage'],
    body: messageBody,
    handle: sendMessage,
  },
  {
    method: 'GET',
    path: `${messages}/:id/details`,
    does: 'tells of a message and whether it has arrived',
    permission: 'conversation:message:view',
    answers: [200, 404],
    certainty: 'documented',
    note: 'In the cloud conversation:webmessaging:view suffices, too.',
    honours: ['useNormalizedMessage'],
    handle: details,
  },
  {
    method: 'POST',
    path: `${emails}/agentless`,
    does: 'sends an e-mail without an agent',
    permission: 'conversation:email:create',
    answers: [202, 400],
    certainty: 'documented',
    note: 'Nothing leaves the local org: GET /flowcdk/messages shows what was sent. In the cloud conversation:agentlessEmail:send suffices, too. The status of success is believed. The local org does not look at the domain of the sender.',
    body: emailBody,
    handle: sendEmail,
  },
];
