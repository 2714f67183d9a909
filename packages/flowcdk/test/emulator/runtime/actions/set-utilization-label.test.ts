import { called, note, toQueue } from '../private/queue-routing';

test('the local org has no utilization labels: it fails', () => {
  const { way } = called(
    toQueue,
    `setUtilizationLabel: { name: Label, utilizationLabel: { lit: { name: Chats } }, outputs: { failure: { actions: [${note('failure')}] } } }`,
  );
  expect(way[0]).toBe('failure');
});
