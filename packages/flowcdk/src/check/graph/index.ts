/**
 * The control-flow graph of a flow: every place the flow can be at and the ways between them. It is built once for a
 * flow and shared by all rules. Facts that rules derive from it (who writes a variable, what may be set where) are
 * computed once, too.
 */
import type { FlowTree } from '../../architect/flow-tree';
import { buildGraph } from './build';
import type { FlowGraph } from './node';

export { nodePlace } from './node-place';
export { solve, type DataFlow } from './data-flow';
export {
  nameOf,
  pathOf,
  yamlOf,
  type Edge,
  type FlowGraph,
  type GraphContainer,
  type GraphNode,
  type MenuChoice,
} from './node';
export { traitsOf } from '../../architect/ways';

const graphs = new WeakMap<FlowTree, FlowGraph>();

/** The graph of a flow. */
export function graphOf(flow: FlowTree): FlowGraph {
  const known = graphs.get(flow);
  if (known) return known;
  const graph = buildGraph(flow);
  graphs.set(flow, graph);
  return graph;
}
