import type { GraphNode } from './node';

/** What is known of a node while circles are looked for. */
interface Visit {
  readonly node: GraphNode;
  readonly index: number;
  /** The lowest index of a node on the way that can be reached from here. */
  low: number;
  onTheWay: boolean;
  readonly to: readonly GraphNode[];
  next: number;
}

/**
 * The nodes from which some way leads back to themselves: strongly connected parts with more than one node, or with a
 * way from the node to itself. (Tarjan's algorithm, with a list in place of recursion.)
 */
export function nodesInCircles(
  nodes: readonly GraphNode[],
  next: (node: GraphNode) => readonly GraphNode[],
): ReadonlySet<GraphNode> {
  const visits = new Map<GraphNode, Visit>();
  const circling = new Set<GraphNode>();
  const open: Visit[] = [];
  const begin = (node: GraphNode): Visit => {
    const visit: Visit = { node, index: visits.size, low: visits.size, onTheWay: true, to: next(node), next: 0 };
    visits.set(node, visit);
    open.push(visit);
    return visit;
  };
  for (const root of nodes) {
    if (visits.has(root)) continue;
    const path = [begin(root)];
    for (let visit = path.at(-1); visit; visit = path.at(-1)) {
      const to = visit.to[visit.next++];
      if (!to) {
        path.pop();
        const before = path.at(-1);
        if (before) before.low = Math.min(before.low, visit.low);
        if (visit.low === visit.index) close(visit, open, circling);
        continue;
      }
      const known = visits.get(to);
      if (!known) path.push(begin(to));
      else if (known.onTheWay) visit.low = Math.min(visit.low, known.index);
    }
  }
  return circling;
}

/** Takes a whole part off the list of open nodes. */
function close(first: Visit, open: Visit[], circling: Set<GraphNode>): void {
  const part: Visit[] = [];
  for (let last = open.pop(); last; last = last === first ? undefined : open.pop()) part.push(last);
  const isCircle = part.length > 1 || first.to.includes(first.node);
  for (const visit of part) {
    visit.onTheWay = false;
    if (isCircle) circling.add(visit.node);
  }
}
