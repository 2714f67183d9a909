import { chance } from '../../../src/emulator/runtime/chance';

const idsOf = (seed: string | number, count: number): readonly string[] => {
  const source = chance(seed);
  return Array.from({ length: count }, () => source.id());
};

test('the same seed gives the same ids, another one others', () => {
  expect(idsOf(1, 20)).toEqual(idsOf(1, 20));
  expect(idsOf(1, 20)).not.toEqual(idsOf(2, 20));
});

test('an id is a random UUID (version 4)', () => {
  for (const id of idsOf('ids', 200))
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

test('every digit of an id is left to chance, but those of the version', () => {
  const ids = idsOf('digits', 500);
  const digitsAt = (place: number): number => new Set(ids.map((id) => id[place])).size;
  const places = [...'00000000-0000-4000-v000-000000000000'];

  places.forEach((digit, place) => {
    const expected = digit === '0' ? 16 : digit === 'v' ? 4 : 1;
    expect([place, digitsAt(place)]).toEqual([place, expected]);
  });
});
