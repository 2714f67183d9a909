import { isPublished } from '../state/published';
import type { JsonObject } from '../state/json';
import { danglingReferences } from '../state/references';
import { oneOf, reference, text } from '../state/shape';
import type { SmsNumber } from '../state/tables/sms-number';
import type { Call } from './call';
import { matches, page, pages } from './paging';
import { dangling, notThere, wrongValue } from './refusals';
import type { Route } from './route';

const path = '/api/v2/routing/message/recipients';
const permission = 'routing:message:manage';
const NOTE = 'There is one for each SMS number, with the same id (assumed). The local org has no other messengers.';

const recipientBody = {
  id: text(256),
  name: text(),
  messengerType: oneOf('sms'),
  flow: reference,
};

function shown(call: Call, { id, phoneNumber, name, dateCreated }: SmsNumber): JsonObject {
  const routed = call.org.get('messageRecipient', id);
  const flow = routed && call.org.get('flow', routed.flow.id);
  return {
    id,
    name: name ?? phoneNumber,
    messengerType: 'sms',
    ...(flow ? { flow: { id: flow.id, name: flow.name, type: flow.type } } : {}),
    ...(dateCreated === undefined ? {} : { dateCreated }),
    ...(routed ? { dateModified: routed.dateModified } : {}),
    selfUri: `${path}/${id}`,
  };
}

function numberOf(call: Call): SmsNumber {
  const id = call.param('id');
  const number = call.org.get('smsNumber', id);
  if (!number) throw notThere('message recipient', id);
  return number;
}

function list(call: Call): JsonObject {
  const [name, type] = [call.query('name'), call.query('messengerType')];
  const recipients = call.org.all('smsNumber').map((number) => shown(call, number));
  const fitting = recipients.filter(
    (recipient) =>
      (name === undefined || matches(recipient['name'], name)) && (type === undefined || type.toLowerCase() === 'sms'),
  );
  return page(call, fitting, path);
}

/** Routes the messages to a number to a flow. Without a flow nothing takes them any more (assumed). */
function route(call: Call): JsonObject {
  const number = numberOf(call);
  const { flow: named } = call.object(recipientBody);
  if (!named) {
    if (call.org.get('messageRecipient', number.id)) call.org.remove('messageRecipient', number.id);
    return shown(call, number);
  }
  const record = {
    id: number.id,
    numberId: number.id,
    flow: { id: named.id },
    dateModified: call.org.now.toISOString(),
  };
  const missing = danglingReferences(call.org, 'messageRecipient', record);
  const flow = call.org.get('flow', named.id);
  if (!flow) throw dangling(missing);
  if (flow.type !== 'INBOUNDSHORTMESSAGE')
    throw wrongValue(`flow: messages need an inbound message flow, not a flow of type ${flow.type}`, 'flow');
  if (!isPublished(flow)) throw wrongValue(`flow: the flow '${flow.name}' is not published`, 'flow');
  call.org.put('messageRecipient', record);
  return shown(call, number);
}

/** Which flow answers the messages to an address of the org. */
export const messageRecipientRoutes: readonly Route[] = [
  {
    method: 'GET',
    path,
    does: 'lists the addresses that customers write to, and the flows that answer',
    permission,
    answers: [200],
    certainty: 'documented',
    note: NOTE,
    query: { ...pages, name: 'only those of this name', messengerType: 'only those of this messenger' },
    handle: list,
  },
  {
    method: 'GET',
    path: `${path}/:id`,
    does: 'gives one address that customers write to',
    permission,
    answers: [200, 404],
    certainty: 'documented',
    note: NOTE,
    handle: (call) => shown(call, numberOf(call)),
  },
  {
    method: 'PUT',
    path: `${path}/:id`,
    does: 'routes the messages to an address to an inbound message flow',
    permission,
    answers: [200, 404],
    certainty: 'documented',
    note: `${NOTE} Without a flow nothing answers any more (assumed).`,
    body: recipientBody,
    handle: route,
  },
];
