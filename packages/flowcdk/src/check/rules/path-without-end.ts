import { type FlowGraph, nodePlace, type GraphNode, graphOf, traitsOf } from '../graph';
import type { Rule } from '../rule';

/**
 * What happens when the actions of a state or task are used up is nowhere documented; every published flow ends each of
 * its ways. `transfer-without-failure-handling` reports failed transfers. A called task may return by itself.
 */
export const pathWithoutEnd: Rule = {
  name: 'path-without-end',
  family: 'paths',
  severity: 'warning',
  protectsFrom: 'a way through the flow that neither ends nor hands over, whose end nobody knows',
  start: (report) => ({
    flowEnd: (place) => {
      const graph = graphOf(place.flow);
      let called: ReadonlySet<unknown> | undefined;
      for (const off of graph.nodes) {
        if (off.kind !== 'off' || !graph.isReachable(off)) continue;
        called ??= calledTasks(graph);
        if (goesOn(off, called)) continue;
        for (const from of lastPlaces(off, graph)) {
          report({
            message: `nothing follows, and neither ends the ${wordFor(off)} nor hands over`,
            help: helpFor(place.flow.kind),
            ...nodePlace(from, place),
          });
        }
      }
    },
  }),
};

/** In-queue flows begin again, bots and called tasks go back to whoever called them. */
const goesOn = ({ out, container }: GraphNode, called: ReadonlySet<unknown>): boolean =>
  out.some(({ way }) => way === 'again') || container?.kind === 'bot' || called.has(container);

const calledTasks = ({ nodes }: FlowGraph): ReadonlySet<unknown> =>
  new Set(nodes.flatMap(({ out }) => out.filter(({ way }) => way === 'call').map(({ to }) => to.container)));

/** The actions that nothing follows, each once. */
function lastPlaces(off: GraphNode, graph: FlowGraph): ReadonlySet<GraphNode> {
  const open = off.in.filter((edge) => {
    const isFailedTransfer = traitsOf(edge.from.action).ends === 'unlessFailure' && edge.way === 'failure';
    return graph.isOpen(edge) && !isFailedTransfer;
  });
  return new Set(open.map(({ from }) => from));
}

const wordFor = ({ container }: GraphNode): string => (container?.kind === 'state' ? 'state' : 'task');

const helpFor = (kind: string): string =>
  kind === 'workflow'
    ? 'End every way with endWorkflow or changeState.'
    : kind === 'commonModule'
      ? 'End every way with endTask.'
      : 'End every way with disconnect, a transfer or a jump.';
