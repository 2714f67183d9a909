import type { FlowGraph, GraphNode } from './node';

/**
 * The places that have to be looked at again. The one that the flow reaches first is in front: it usually waits until
 * all places before it are settled, so a long flow is not walked again and again.
 */
export class Waiting {
  readonly #ranks: Int32Array;
  readonly #isWaiting: Uint8Array;
  /** A binary heap by rank. */
  readonly #heap: GraphNode[] = [];

  constructor(graph: FlowGraph) {
    this.#ranks = ranksOf(graph);
    this.#isWaiting = new Uint8Array(graph.nodes.length);
  }

  push(node: GraphNode): void {
    if (this.#isWaiting[node.id] === 1) return;
    this.#isWaiting[node.id] = 1;
    let at = this.#heap.push(node) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.#isBefore(at, parent)) return;
      this.#swap(at, parent);
      at = parent;
    }
  }

  pop(): GraphNode | undefined {
    const heap = this.#heap;
    const first = heap[0];
    const last = heap.pop();
    if (!first || !last) return undefined;
    this.#isWaiting[first.id] = 0;
    if (heap.length > 0) {
      heap[0] = last;
      this.#sink();
    }
    return first;
  }

  #sink(): void {
    const { length } = this.#heap;
    for (let at = 0, least = 1; least < length; at = least, least = 2 * at + 1) {
      if (least + 1 < length && this.#isBefore(least + 1, least)) least += 1;
      if (!this.#isBefore(least, at)) return;
      this.#swap(at, least);
    }
  }

  #isBefore(left: number, right: number): boolean {
    return this.#rank(left) < this.#rank(right);
  }

  #rank(at: number): number {
    const node = this.#heap[at];
    return node ? (this.#ranks[node.id] ?? 0) : 0;
  }

  #swap(left: number, right: number): void {
    const heap = this.#heap;
    const [a, b] = [heap[left], heap[right]];
    if (a && b) [heap[left], heap[right]] = [b, a];
  }
}

const ranksByGraph = new WeakMap<FlowGraph, Int32Array>();

/** The rank of each node, by its id: reverse postorder, in which a node comes before those that it leads to. */
function ranksOf(graph: FlowGraph): Int32Array {
  const known = ranksByGraph.get(graph);
  if (known) return known;
  const { nodes, start } = graph;
  const ranks = new Int32Array(nodes.length);
  const seen = new Uint8Array(nodes.length);
  const path = [{ node: start, next: 0 }];
  let rank = nodes.length;
  seen[start.id] = 1;
  for (let step = path.at(-1); step; step = path.at(-1)) {
    const to = step.node.out[step.next++]?.to;
    if (!to) {
      ranks[step.node.id] = rank -= 1;
      path.pop();
    } else if (seen[to.id] === 0) {
      seen[to.id] = 1;
      path.push({ node: to, next: 0 });
    }
  }
  ranksByGraph.set(graph, ranks);
  return ranks;
}
