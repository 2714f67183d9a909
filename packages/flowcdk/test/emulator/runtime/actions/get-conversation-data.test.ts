import { beside, read, write } from '../private/beside-a-call';

test('an attribute may have any name; the log tells of it', () => {
  const { org, outputs } = beside([write('__proto__', '{ lit: a }'), read('__proto__')].join('\n'));
  expect(outputs).toMatchObject({ 'Flow.read': 'a' });
  expect(Object.entries(org.events('attributes.read')[0]?.attributes ?? {})).toEqual([['__proto__', 'a']]);
});

test('an attribute whose name is NOT_SET is not read', () => {
  const { org, outputs } = beside(read('a').replace('{ lit: a }', '{ noValue: true }'));
  expect(outputs).toMatchObject({ 'Flow.read': 'before' });
  expect(org.events('attributes.read').map(({ attributes }) => attributes)).toEqual([{}]);
});

test('of a conversation that is not there nothing is found', () => {
  expect(beside(read('a'), 'nobody').outputs).toMatchObject({ 'Flow.way': 'notFound' });
});
