import { chance } from '../../../src/emulator/runtime/chance';
import { type Due, pop, push } from '../../../src/emulator/runtime/due';

/** What is due, in the order in which it comes off the heap: `5/1` is moment 5, the first of its moment. */
function order(moments: readonly number[]): readonly string[] {
  const heap: Due[] = [];
  moments.forEach((at, i) => push(heap, { at, order: i, run: undefined }));
  const out: string[] = [];
  for (let first = heap[0]; first; first = heap[0]) {
    out.push(`${first.at}/${first.order}`);
    pop(heap);
  }
  return out;
}

/** The same by sorting. */
const sorted = (moments: readonly number[]): readonly string[] =>
  moments
    .map((at, i) => ({ at, i }))
    .sort((a, b) => a.at - b.at || a.i - b.i)
    .map(({ at, i }) => `${at}/${i}`);

test.each([
  ['nothing', []],
  ['one', [1]],
  ['two in order', [1, 2]],
  ['two the other way round', [2, 1]],
  ['three of one moment, as they came', [5, 5, 5]],
  ['falling', [9, 8, 7, 6, 5, 4, 3, 2, 1]],
  ['rising', [1, 2, 3, 4, 5, 6, 7, 8, 9]],
  ['of few moments', [3, 1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 2]],
])('the soonest comes first: %s', (_, moments) => expect(order(moments)).toEqual(sorted(moments)));

test('the soonest comes first, whatever comes in which order', () => {
  const random = chance(1);
  for (let run = 0; run < 50; run += 1) {
    const moments = Array.from({ length: 1 + Math.floor(random.next() * 40) }, () => Math.floor(random.next() * 12));
    expect(order(moments)).toEqual(sorted(moments));
  }
});
