import { called, toQueue, ways } from '../private/queue-routing';

const setPriority = (priority: string): string => `setPriority: { name: Up, priority: ${priority}, ${ways} }`;

test('in a queue the call has the priority', () => {
  const { org, way } = called(toQueue, setPriority('{ lit: 7 }'));
  expect(way[0]).toBe('success');
  const [conversation] = [...org.runtime.conversations.values()];
  expect(conversation?.participants.find(({ purpose }) => purpose === 'acd')?.routing).toMatchObject({ priority: 7 });
});

test('before a queue it fails', () => {
  expect(called(`          - ${setPriority('{ lit: 7 }')}`).way).toEqual(['failure']);
});

test('a priority that is NOT_SET fails', () => {
  expect(called(toQueue, setPriority('{ exp: \'ToInt(" ")\' }')).way[0]).toBe('failure');
});
