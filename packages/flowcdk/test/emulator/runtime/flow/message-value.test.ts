import { DateTimeValue, ObjectValue } from '../../../../src/architect/expressions';
import type { Leg } from '../../../../src/emulator/runtime/action-context';
import { messageValue } from '../../../../src/emulator/runtime/flow/message-value';

const legWith = (message: Partial<Leg['message']> | undefined, name?: string): Leg =>
  ({ message, customer: name === undefined ? {} : { name } }) as unknown as Leg;

const message = {
  id: 'm1',
  from: '+33142685300',
  to: '+15550100',
  text: 'Hello',
  at: Date.UTC(2026, 0, 5, 12, 0, 0, 999),
};

test('a call has no message', () => {
  expect(messageValue(legWith(undefined))).toBeNull();
});

test.each([
  ['Ada', 'Ada'],
  [undefined, null],
])('the message of %s is an SMS with its text, its sender and the second it was written in', (name, shown) => {
  expect(messageValue(legWith(message, name))).toEqual(
    new ObjectValue('message', {
      id: 'm1',
      type: 'SMS',
      body: 'Hello',
      bodytype: 'Text',
      senderaddress: '+33142685300',
      senderaddressinfo: new ObjectValue('object', { addressnormalized: '+33142685300', name: shown }),
      targetaddresses: ['+15550100'],
      datetimeutc: new DateTimeValue(Date.UTC(2026, 0, 5, 12)),
      attachments: [],
      stickers: [],
    }),
  );
});
