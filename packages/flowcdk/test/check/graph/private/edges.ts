import { type GraphNode, graphOf, nameOf } from '../../../../src/check/graph';
import { readFile } from '../../../../src/check/project';
import type { FlowTree } from '../../../../src/architect/flow-tree';

/** The flow in a text of YAML. */
export function flowIn(yaml: string, { flow, yamlProblems } = readFile('flow.yaml', yaml)): FlowTree {
  if (!flow || flow.kind === 'unknown')
    throw new Error(`no flow: ${yamlProblems.map(({ message }) => message).join()}`);
  return flow;
}

/** The ways of a flow in words: `Ask –failure→ Say sorry`. */
export function edgesOf(yaml: string): readonly string[] {
  const { nodes } = graphOf(flowIn(yaml));
  return nodes.flatMap(({ out }) =>
    out.map(
      ({ from, to, way, through }) =>
        `${wordFor(from)} –${way}→ ${wordFor(to)}${through ? ` through ${wordFor(through)}` : ''}`,
    ),
  );
}

const words: Partial<Record<GraphNode['kind'], string>> = {
  enter: '',
  off: 'end of ',
  taskEnd: 'return from ',
  turn: 'turn of ',
};

const wordFor = (node: GraphNode): string =>
  node.kind === 'start' || node.kind === 'end' || node.kind === 'error'
    ? node.kind
    : `${words[node.kind] ?? ''}${nameOf(node) || `[${node.container?.name ?? ''}]`}${node.outputPath ? ` by ${node.outputPath}` : ''}`;
