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

// The numbers were computed in Python from the published algorithm of sfc32: three words of the digest are its seed.
test.each([
  [1, [1_980_691_863, 874_780_676, 822_843_476, 2_186_466_004, 792_566_493, 4_130_287_665]],
  ['callers', [595_872_737, 177_901_100, 2_497_201_783, 179_188_822, 3_164_882_674, 1_947_443_973]],
])('the numbers of seed %j are those of sfc32, in every version', (seed, words) => {
  const source = chance(seed);
  expect(words.map(() => source.next() * 2 ** 32)).toEqual(words);
});
