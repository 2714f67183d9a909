import type { ActionList } from '../../architect/actions';
import { nodePlace, type FlowGraph, type GraphNode, graphOf } from '../graph';
import type { FlowPlace, Rule, ReportProblem } from '../rule';
import { yamlOf } from '../yaml-of';

/**
 * Actions after one that ends the flow, and containers that nothing leads to, look as if they did something. Each place
 * gives one finding: what is inside an unreachable action is unreachable too.
 */
export const unreachableAction: Rule = {
  name: 'unreachable-action',
  family: 'paths',
  severity: 'warning',
  protectsFrom: 'actions that never run, because nothing leads to them',
  start: (report) => ({
    flow: (place) => containers(place, report),
    list: (list, place) => actions(list, graphOf(place.flow), place, report),
  }),
};

function containers(place: FlowPlace, report: ReportProblem): void {
  const graph = graphOf(place.flow);
  if (!startIsKnown(graph)) return;
  for (const container of graph.containers) {
    const entry = container.inline ? undefined : graph.entryOf(container);
    if (!entry || graph.isReachable(entry)) continue;
    const message = `nothing leads to the ${container.kind} ${container.name}`;
    report({ message, help: 'Remove it, or jump to it, call it or start with it.', ...nodePlace(entry, place) });
  }
}

function actions(list: ActionList, graph: FlowGraph, place: FlowPlace, report: ReportProblem): void {
  if (!startIsKnown(graph)) return;
  const first = list.findIndex((action) => graph.nodesOf(action).some((node) => !graph.isReachable(node)));
  const action = list[first];
  const node = action && graph.nodesOf(action)[0];
  if (!action || !node || (first === 0 && isInsideUnreachable(node, graph))) return;
  const others = list.length - first - 1;
  report({
    message: others === 0 ? 'this action never runs' : `this action and the ${others} behind it never run`,
    help:
      first === 0
        ? 'No way leads into this list.'
        : 'The action before it does not go on. Remove what is behind it, or move it.',
    ...nodePlace(node, place),
    yaml: yamlOf(action),
  });
}

/** The part around it is reported already. */
const isInsideUnreachable = ({ around, container }: GraphNode, graph: FlowGraph): boolean => {
  const outer = around ?? (container && graph.entryOf(container));
  return outer !== undefined && !graph.isReachable(outer);
};

/** If the start is missing or leads nowhere, other rules report that instead. */
const startIsKnown = ({ start }: FlowGraph): boolean =>
  start.out.some(({ to, way }) => way === 'start' && to.kind === 'enter');
