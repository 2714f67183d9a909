import fc from 'fast-check';
import type { FlowGraph, GraphNode } from '../../../src/check/graph/node';
import { Waiting } from '../../../src/check/graph/waiting';
import { runs } from '../../private/thorough';

type Ways = readonly (readonly number[])[];

/** A graph of places with these ways, by their numbers; the flow starts at the first of `order`. */
function graphWith(ways: Ways, order: readonly number[]): FlowGraph {
  const nodes = order.map((id) => ({ id, out: [] as { to: GraphNode }[] })).sort((a, b) => a.id - b.id);
  const at = (place: number): GraphNode => nodes[order[place] ?? 0] as unknown as GraphNode;
  ways.forEach((targets, place) => nodes[order[place] ?? 0]?.out.push(...targets.map((to) => ({ to: at(to) }))));
  return { nodes, start: at(0) } as unknown as FlowGraph;
}

const line = (length: number): Ways => Array.from({ length }, (_, i) => (i + 1 < length ? [i + 1] : []));

/** The numbers from 0 up, in any order. */
const anyOrder = (length: number): fc.Arbitrary<readonly number[]> =>
  fc.shuffledSubarray(
    Array.from({ length }, (_, i) => i),
    { minLength: length },
  );

/** Ways that lead from a place to later ones only, each of which has a way to it from before. */
const forward = fc.integer({ min: 2, max: 12 }).chain((length) =>
  fc
    .tuple(...Array.from({ length }, (_, i) => fc.array(fc.nat(Math.max(0, i - 1)), { minLength: 1, maxLength: 3 })))
    .map((before): Ways => {
      const ways = before.map((): number[] => []);
      before.forEach((places, to) => to > 0 && places.forEach((place) => ways[place]?.push(to)));
      return ways;
    }),
);

const seeded = { seed: 20240229, numRuns: runs(100, 300) };

/** All that wait, in the order in which they come. */
function emptied(waiting: Waiting): readonly GraphNode[] {
  const all: GraphNode[] = [];
  for (let node = waiting.pop(); node; node = waiting.pop()) all.push(node);
  return all;
}

test('of the places that wait, the one that the flow reaches first is next, also while others are put in', () => {
  const steps = fc.array(fc.option(fc.nat(19)), { maxLength: 80 });
  fc.assert(
    fc.property(anyOrder(20), steps, (order, actions) => {
      const graph = graphWith(line(20), order);
      const waiting = new Waiting(graph);
      const expected = new Set<number>();
      const rankOf = (node: GraphNode | undefined): number => order.indexOf(node?.id ?? -1);
      for (const place of actions) {
        const node = place === null ? undefined : graph.nodes[order[place] ?? 0];
        if (node && place !== null) {
          waiting.push(node);
          expected.add(place);
        } else {
          const first = expected.size === 0 ? -1 : Math.min(...expected);
          expect(rankOf(waiting.pop())).toBe(first);
          expected.delete(first);
        }
      }
      expect(emptied(waiting).map(rankOf)).toEqual([...expected].sort((a, b) => a - b));
    }),
    seeded,
  );
});

test('a place comes before those that it leads to, whichever ways lead there', () => {
  fc.assert(
    fc.property(
      forward.chain((ways) => fc.tuple(fc.constant(ways), anyOrder(ways.length), anyOrder(ways.length))),
      ([ways, order, putIn]) => {
        const graph = graphWith(ways, order);
        const waiting = new Waiting(graph);
        for (const id of putIn) waiting.push(graph.nodes[id] as GraphNode);
        const sequence = emptied(waiting);
        expect(sequence).toHaveLength(ways.length);
        for (const { id, out } of graph.nodes) {
          const at = sequence.findIndex((node) => node.id === id);
          for (const { to } of out) expect(sequence.indexOf(to)).toBeGreaterThan(at);
        }
      },
    ),
    seeded,
  );
});

test('a way back changes nothing: a circle is walked from where the flow enters it', () => {
  const graph = graphWith([[1], [2], [1, 3], []], [3, 1, 0, 2]);
  const waiting = new Waiting(graph);
  for (const node of graph.nodes) waiting.push(node);
  expect(emptied(waiting).map(({ id }) => id)).toEqual([3, 1, 0, 2]);
});
