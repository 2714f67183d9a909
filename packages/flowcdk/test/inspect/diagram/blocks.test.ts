import { blocksOf, type Places } from '../../../src/inspect/diagram/blocks';
import type { Box } from '../../../src/inspect/diagram/diagram';

/** `a-b, a-c`: edges between boxes of 100 by 40 pixels. */
function blocksIn(text: string) {
  const edges = text.split(', ').map((pair) => {
    const [from = '', to = ''] = pair.split('-');
    return { from, to, tone: 'plain' as const };
  });
  const ids = [...new Set(edges.flatMap(({ from, to }) => [from, to]))];
  const boxes = ids.map((id): Box => ({ id, shape: 'action', label: id, kind: '', tone: 'plain' }));
  return blocksOf({ boxes, edges }, () => ({ width: 100, height: 40 }));
}

/** The middle of each box in columns of 122 and rows of 66 pixels, which is a box and what is between. */
function cells(text: string): Readonly<Record<string, readonly [column: number, row: number]>> {
  const places: Places = { boxes: new Map(), edges: new Map() };
  blocksIn(text).blocks[0]?.place(0, 0, places);
  const tenths = (n: number): number => Math.round(n * 10) / 10;
  return Object.fromEntries(
    [...places.boxes].map(([id, { x, y, width }]) => [id, [tenths((x + width / 2) / 122), tenths(y / 66)]]),
  );
}

test('boxes that follow each other stand below each other', () => {
  expect(cells('a-b, b-c')).toEqual({ a: [0, 0], b: [0, 1], c: [0, 2] });
});

test('ways stand side by side, and the flow goes on in the middle of them', () => {
  expect(cells('a-b, a-c, b-d, c-d')).toEqual({ a: [0, 0], b: [-0.5, 1], c: [0.5, 1], d: [0, 2] });
});

test('a way without an action is a line beside the others', () => {
  expect(cells('a-b, a-c, b-c')).toEqual({ a: [0, 0], b: [-0.3, 1], c: [0, 2] });
});

test('ways that end stand beside the way that goes on', () => {
  expect(cells('a-b, a-c, c-d, d-e')).toEqual({ a: [0, 0], b: [-1, 1], c: [0, 1], d: [0, 2], e: [0, 3] });
});

test('a way that ends much later than the others goes on below them', () => {
  expect(cells('a-b, a-c, c-d, d-e, e-f')).toEqual({
    ...{ a: [0, 0], b: [-1, 1], c: [0, 1] },
    ...{ d: [0, 2], e: [0, 3], f: [0, 4] },
  });
});

test('many ways that end take no more width than one, in any order of the text', () => {
  const ways = Array.from({ length: 50 }, (_, i) => [`n${i}-d${i + 1}`, `d${i}-y${i}`, `d${i}-n${i}`]);
  const columns = Object.values(cells(ways.reverse().flat().join(', '))).map(([column]) => column);

  expect(Math.max(...columns) - Math.min(...columns)).toBe(1);
});

test('a way within a way', () => {
  expect(cells('a-b, a-c, b-d, b-e, d-f, e-f, f-g, c-g')).toMatchObject({
    a: [0, 0],
    f: [expect.any(Number), 3],
    g: [0, 4],
  });
});

test.each([
  ['a circle', 'a-b, b-c, c-a', 2],
  ['a loop around a part', 'a-b, b-c, c-b, c-d', 4],
  ['ways that meet at two places', 'a-b, a-c, b-d, b-e, c-d, c-e', 5],
])('%s is left to the layout engine', (_, text, count) => {
  const { blocks, between } = blocksIn(text);

  expect(blocks).toHaveLength(count);
  expect(between.length).toBeGreaterThan(0);
});

test('what leads back is left, what is inside of it is a block', () => {
  const { blocks, between } = blocksIn('a-b, b-c, b-d, c-e, d-e, e-f, f-a');

  expect(blocks).toHaveLength(2);
  expect(between.map(({ from, to }) => [from, to])).toEqual([
    [0, 1],
    [1, 0],
  ]);
});
