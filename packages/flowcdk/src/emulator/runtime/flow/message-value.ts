import { DateTimeValue, ObjectValue, type Value } from '../../../architect/expressions';
import type { Leg } from '../action-context';

/**
 * `Message.Message`: the message that started the flow. It stays that message while the flow runs (assumed). The words
 * of `type` and `bodyType` are assumed.
 */
export function messageValue({ message, customer }: Leg): Value {
  if (!message) return null;
  const { id, from, to, text, at } = message;
  return new ObjectValue('message', {
    id,
    type: 'SMS',
    body: text,
    bodytype: 'Text',
    senderaddress: from,
    senderaddressinfo: new ObjectValue('object', { addressnormalized: from, name: customer.name ?? null }),
    targetaddresses: [to],
    datetimeutc: new DateTimeValue(Math.floor(at / 1000) * 1000),
    attachments: [],
    stickers: [],
  });
}
