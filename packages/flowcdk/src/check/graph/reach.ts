import type { Edge, GraphNode } from './node';

/**
 * Which nodes can be reached, by id. A way through a task is open once both its call and the end of the task are
 * reached, whichever comes first.
 */
export function reachableFrom(start: GraphNode, count: number): readonly boolean[] {
  const reached = new Array<boolean>(count).fill(false);
  const waiting = [start];
  /** Ways through tasks whose end is not reached yet, by that end. */
  const closed = new Map<GraphNode, Edge[]>();
  reached[start.id] = true;
  const go = ({ to }: Edge): void => {
    if (reached[to.id]) return;
    reached[to.id] = true;
    waiting.push(to);
  };
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    for (const edge of node.out) {
      if (!edge.through || reached[edge.through.id]) go(edge);
      else if (closed.has(edge.through)) closed.get(edge.through)?.push(edge);
      else closed.set(edge.through, [edge]);
    }
    for (const edge of closed.get(node) ?? []) go(edge);
  }
  return reached;
}
