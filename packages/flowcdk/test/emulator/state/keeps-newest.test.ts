import { Org } from '../../../src/emulator/state/org';

const at = new Date('2026-11-21T08:00:00Z');
const job = (id: string) => ({ id, status: 'Registered', command: 'Publish' }) as const;

test('of jobs the newest thousand are kept', () => {
  const changes: unknown[] = [];
  const org = new Org({ now: () => at, newId: () => 'x', keep: (each) => changes.push(...each) });

  for (let i = 0; i < 1_003; i++) org.put('flowJob', job(`${i}`));

  const kept = org.all('flowJob').map(({ id }) => id);
  expect([kept.length, kept[0], kept.at(-1)]).toEqual([1_000, '3', '1002']);
  // A restarted org forgets the same ones.
  expect(changes.slice(-2)).toEqual([
    { put: 'flowJob', entity: job('1002') },
    { remove: 'flowJob', id: '2' },
  ]);
});

test('a change of one drops none', () => {
  const org = new Org({ now: () => at, newId: () => 'x' });
  for (let i = 0; i < 1_000; i++) org.put('flowJob', job(`${i}`));

  org.put('flowJob', { ...job('500'), status: 'Failure' });

  expect(org.all('flowJob')).toHaveLength(1_000);
});
