import { beside, read, write } from '../private/beside-a-call';

test('what a workflow writes it reads back, and others see it on the customer', () => {
  const { org, outputs } = beside([write('status', '{ lit: SUCCESS }'), read('status')].join('\n'));
  expect(outputs).toEqual({ 'Flow.read': 'SUCCESS', 'Flow.way': 'found' });
  const [conversation] = [...org.runtime.conversations.values()];
  expect(conversation?.data.of(conversation.customer.id).get('status')).toBe('SUCCESS');
});

test.each([
  ['what nobody wrote is NOT_SET', read('status'), { 'Flow.read': null, 'Flow.way': 'found' }],
  [
    'names differ by upper and lower case',
    [write('status', '{ lit: a }'), read('Status')].join('\n'),
    { 'Flow.read': null },
  ],
  ['NOT_SET is written as an empty text', [write('a', '{ noValue: true }'), read('a')].join('\n'), { 'Flow.read': '' }],
  ['a participant that is not there', write('a', '{ lit: b }', '{ lit: nobody }'), { 'Flow.way': 'failure' }],
])('%s', (_, actions, expected) => {
  expect(beside(actions).outputs).toMatchObject(expected);
});

test('a conversation that is not there cannot be written', () => {
  expect(beside(write('a', '{ lit: b }'), 'nobody').outputs).toMatchObject({ 'Flow.way': 'failure' });
});
