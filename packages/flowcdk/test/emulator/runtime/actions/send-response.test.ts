import { callTo, pass } from '../private/calls';
import { livingOrg } from '../private/living-org';
import { CUSTOMER, goodbye, messageFlowOf, repeats, says, SMS_NUMBER, textingOrg } from '../private/texting';

test('the text leaves from the number that the customer wrote to', () => {
  const org = textingOrg([says('Good morning'), goodbye]);
  const { id } = org.write('Hello');
  pass(org, 5);

  expect(org.org.all('sentMessage')).toMatchObject([
    { channel: 'sms', from: SMS_NUMBER, to: CUSTOMER, conversationId: id, flow: 'Texts', status: 'delivery-success' },
  ]);
});

test.each([
  ['a customer who has opted out', says('Hello'), 'has opted out'],
  ['an empty text', repeats('""'), 'the text is empty'],
  ['a text that is too long', says('x'.repeat(766)), 'the text has 766 characters; an SMS has at most 765'],
])('%s gets nothing, and the flow goes on', (what, action, problem) => {
  const org = textingOrg(messageFlowOf([action, '- setExternalTag: { name: Tag, externalTag: { lit: on } }', goodbye]));
  if (what.includes('opted')) org.put('person', { id: CUSTOMER, optedOut: true });
  const conversation = org.write('Hello');

  expect(org.texts()).toEqual([]);
  expect(org.events('message.refused')).toMatchObject([{ problem: expect.stringContaining(problem) as string }]);
  expect(org.events('flow.ended')).toMatchObject([{ reason: 'disconnect' }]);
  expect(conversation.endedAt).toBeDefined();
});

test('a text that is NOT_SET breaks the flow', () => {
  const org = textingOrg(
    messageFlowOf(['- sendResponse: { name: Say, messageBody: { exp: Flow.text } }', goodbye], { variables: ['text'] }),
  );
  org.write('Hello');
  expect(org.events('flow.failed')).toMatchObject([
    { problem: expect.stringContaining('the text of the answer is NOT_SET') as string },
  ]);
});

test('a call flow has no such action', () => {
  expect(() => callTo(livingOrg(), { actions: [says('Hello')] })).toThrow(/sendResponse/);
});
