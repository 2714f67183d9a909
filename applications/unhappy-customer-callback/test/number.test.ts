import 'flowcdk/testing/jest';
import { unhappyCall } from './private/unhappy-calls';

// Whom the SMS goes to, and who is called back: the number of the caller as E.164, wherever they live.

test.each([
  ['France', '+33199001234'],
  ['the United States', '+12025550143'],
  ['Great Britain', '+442079460855'],
  ['Estonia, with a short number', '+3725550100'],
  ['Germany, with a long one', '+4930901820123'],
  ['Singapore', '+6531571234'],
])('a customer in %s is reached at %s', async (_, from) => {
  const { sms, callbacks } = await unhappyCall({ from });

  expect(sms).toMatchObject([{ to: from, from: '+447700900123' }]);
  expect(callbacks).toMatchObject([{ number: from, queue: 'Supervisors' }]);
});

test.each(['anonymous', 'sip:anonymous@anonymous.invalid', 'sip:ada@carrier.example'])(
  'a customer whom nobody can reach (%s) gets neither SMS nor call-back, and chat and mark say so',
  async (from) => {
    const { sms, callbacks, chat, tag, reasons } = await unhappyCall({ from });

    expect([sms, callbacks]).toEqual([[], []]);
    expect(chat).toMatchObject([{ text: expect.stringContaining('SMS: NO NUMBER. Call-back: NO NUMBER.') as string }]);
    expect(tag).toBe('callback:UNHAPPY, sentiment -60.0: SMS NO NUMBER; call-back NO NUMBER; chat POSTED');
    expect(reasons).toEqual(['UNHAPPY, sentiment -60.0: SMS NO NUMBER; call-back NO NUMBER; chat POSTED']);
  },
);
