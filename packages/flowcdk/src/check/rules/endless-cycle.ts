import { type FlowGraph, nodePlace, type GraphNode, graphOf, traitsOf } from '../graph';
import type { Rule } from '../rule';

/**
 * A flow that only jumps in a circle uses up its 10,000 actions (documented) in no time. Reported where it is certain:
 * no way leads out of the circle, and nothing in it takes time.
 */
export const endlessCycle: Rule = {
  name: 'endless-cycle',
  family: 'paths',
  severity: 'error',
  protectsFrom: 'jumps in a circle that nothing leaves and nothing slows down',
  start: (report) => ({
    flowEnd: (place) => {
      const graph = graphOf(place.flow);
      let free: ReadonlySet<GraphNode> | undefined;
      for (const node of graph.nodes) {
        if (!node.out.some(({ way }) => circling.has(way)) || !graph.isReachable(node)) continue;
        free ??= canLeave(graph);
        if (free.has(node)) continue;
        report({
          message: 'the flow goes round in a circle here and never leaves it',
          help: 'Let a decision lead out, and let something in the circle take time: a question, a prompt, a wait.',
          ...nodePlace(node, place),
        });
      }
    },
  }),
};

const circling = new Set(['jump', 'turn', 'call']);

/** Places from which a way leads to an end, or to something that takes time. */
function canLeave({ nodes, isOpen }: FlowGraph): ReadonlySet<GraphNode> {
  const free = new Set(nodes.filter((node) => isWayOut(node)));
  const waiting = [...free];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    for (const edge of node.in) {
      if (free.has(edge.from) || !isOpen(edge)) continue;
      free.add(edge.from);
      waiting.push(edge.from);
    }
  }
  return free;
}

const isWayOut = ({ kind, action, container, out }: GraphNode): boolean =>
  out.length === 0 ||
  kind === 'off' ||
  (kind === 'enter' && container?.kind === 'menu') ||
  action?.kind === 'unknown' ||
  traitsOf(action).takesTime === true ||
  out.some(({ way }) => way === 'again');
