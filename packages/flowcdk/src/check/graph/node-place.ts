import type { RuleProblem, FlowPlace } from '../rule';
import { type GraphNode, pathOf, yamlOf } from './node';

/** Where a finding about a place of the graph stands. */
export const nodePlace = (
  node: GraphNode,
  { file, flow }: Omit<FlowPlace, 'path'>,
): Pick<RuleProblem, 'file' | 'path' | 'yaml'> => ({
  file,
  path: pathOf(node, flow.name ?? flow.kind),
  yaml: yamlOf(node),
});
