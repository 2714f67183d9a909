import { defined, type OrUndefined } from '../../src/ground/defined';

test('a field that is undefined is left out; every other value stays, in its order', () => {
  const fields = defined({ last: null, name: 'Orders', gone: undefined, zero: 0, none: false, empty: '' });

  expect(Object.entries(fields)).toEqual([
    ['last', null],
    ['name', 'Orders'],
    ['zero', 0],
    ['none', false],
    ['empty', ''],
  ]);
});

test('what is given is not changed', () => {
  const fields = { name: 'Orders', description: undefined };
  defined(fields);

  expect(Object.keys(fields)).toEqual(['name', 'description']);
});

test('the compiler knows what may be missing', () => {
  interface Queue {
    readonly name: string;
    readonly description?: string;
  }
  const description = undefined as string | undefined;
  const queue: Queue = defined({ name: 'Orders', description });
  // @ts-expect-error without it the field may be undefined, and the queue has it or not
  const notLeftOut: Queue = { name: 'Orders', description };
  // @ts-expect-error a name is no number
  const named: { readonly name: number } = defined({ name: 'Orders', description });
  const fields: OrUndefined<Queue> = { name: 'Orders', description };
  // @ts-expect-error a queue needs its name
  const nameless: OrUndefined<Queue> = { name: undefined };

  expect(queue).toStrictEqual({ name: 'Orders' });
  expect([notLeftOut, named, fields, nameless]).toHaveLength(4);
});
