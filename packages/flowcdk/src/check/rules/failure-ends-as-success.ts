import { literalScalar } from '../../architect/values';
import { type FlowGraph, type GraphNode, graphOf, nameOf, nodePlace } from '../graph';
import type { Rule } from '../rule';

/** The reason is all that a workflow leaves behind: whoever looks at its executions sees nothing else of a failure. */
export const failureEndsAsSuccess: Rule = {
  name: 'failure-ends-as-success',
  family: 'paths',
  severity: 'warning',
  protectsFrom: 'a workflow whose failures cannot be told from its successes',
  start: (report) => ({
    flowEnd: (place) => {
      if (place.flow.kind !== 'workflow') return;
      const graph = graphOf(place.flow);
      const reasons = new Set(graph.nodes.map(reasonOf).filter((reason) => reason !== undefined));
      if (reasons.size === 0) return;
      for (const node of graph.nodes) {
        if (node.kind !== 'action' || !graph.isReachable(node)) continue;
        for (const { end, way, reason } of alikeEnds(node, graph, reasons.size > 1)) {
          report({
            message: `the ${way} of ${JSON.stringify(nameOf(node))} ends the workflow as its success does, with the reason ${JSON.stringify(reason)}`,
            help: 'Give it an endWorkflow of its own, with a reason that says what went wrong.',
            ...nodePlace(end, place),
          });
        }
      }
    },
  }),
};

interface AlikeEnd {
  /** The end of the failure; the action itself where failure and success share an end. */
  readonly end: GraphNode;
  readonly way: string;
  readonly reason: string;
}

const failures: readonly string[] = ['failure', 'timeout'];

/** @param tellsApart whether the workflow has several reasons, so that a shared end is no habit of it */
function alikeEnds(node: GraphNode, graph: FlowGraph, tellsApart: boolean): readonly AlikeEnd[] {
  const ends = (way: string): readonly GraphNode[] =>
    node.out.filter((edge) => edge.way === way && graph.isOpen(edge)).flatMap(({ to }) => endsFrom(to));
  const success = ends('success');
  const reasons = new Set(success.map(reasonOf));
  return failures.flatMap((way) => {
    const own = ends(way).flatMap((end): AlikeEnd[] => {
      const reason = reasonOf(end);
      if (reason === undefined || !reasons.has(reason)) return [];
      if (!success.includes(end)) return [{ end, way, reason }];
      return tellsApart ? [{ end: node, way, reason }] : [];
    });
    return own.slice(0, 1);
  });
}

/** The ends that a place leads to before another action succeeds: what succeeds then makes up for the failure. */
function endsFrom(start: GraphNode): readonly GraphNode[] {
  const ends: GraphNode[] = [];
  const seen = new Set([start]);
  for (const node of seen) {
    if (node.action?.kind === 'endWorkflow') ends.push(node);
    else if (!node.out.some(({ way }) => way === 'success')) for (const { to } of node.out) seen.add(to);
  }
  return ends;
}

/** The reason of an end, where it is a text. */
function reasonOf({ action }: GraphNode): string | undefined {
  if (action?.kind !== 'endWorkflow') return undefined;
  const reason = literalScalar(action.exitReason);
  return typeof reason === 'string' && reason !== '' ? reason : undefined;
}
