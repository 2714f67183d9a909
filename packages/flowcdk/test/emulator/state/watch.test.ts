import { Org } from '../../../src/emulator/state/org';

const orgOf = () => {
  const org = new Org({ now: () => new Date(0), newId: () => 'id' });
  const seen: string[] = [];
  const stop = org.watch('skill', ({ before, after }) => {
    const nameOf = (entity: typeof before): string => String(entity?.['name'] ?? 'nothing');
    seen.push(`${nameOf(before)} → ${nameOf(after)}`);
  });
  return { org, seen, stop };
};

test('a watcher hears of each change of its kind, when it has taken effect', () => {
  const { org, seen } = orgOf();
  org.transaction(() => {
    org.putRecord('skill', { id: 's', name: 'Wheels' });
    org.putRecord('language', { id: 'l', name: 'French' });
    expect(seen).toEqual([]);
  });
  org.putRecord('skill', { id: 's', name: 'Brakes' });
  org.remove('skill', 's');

  expect(seen).toEqual(['nothing → Wheels', 'Wheels → Brakes', 'Brakes → nothing']);
});

test('a watcher hears nothing of a transaction that failed, and nothing after its end', () => {
  const { org, seen, stop } = orgOf();
  expect(() =>
    org.transaction(() => {
      org.putRecord('skill', { id: 's', name: 'Wheels' });
      throw new Error('no');
    }),
  ).toThrow('no');
  stop();
  org.putRecord('skill', { id: 's', name: 'Wheels' });

  expect(seen).toEqual([]);
});
