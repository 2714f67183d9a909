import type { Edge, FlowGraph, GraphNode } from './node';

/** A data-flow problem: a state for every place of a flow, and how it changes along the ways that lead there. */
export interface DataFlow<S> {
  /** The state when the flow starts. */
  readonly start: S;
  /** The state behind a way, if `before` is the state at its beginning. */
  readonly along: (edge: Edge, before: S) => S;
  /** The state where two ways meet. */
  readonly meet: (left: S, other: S) => S;
  /** The state after a task has returned, from the state at the call and the state at the end of the task. */
  readonly back: (call: S, task: S) => S;
  readonly same: (left: S, other: S) => boolean;
}

/**
 * Solves a problem: follows the ways until nothing changes any more. Gives the state at a place; undefined for places
 * that no way leads to. `meet` must be monotone over finitely many values, as union and intersection of sets are.
 */
export function solve<S>({ nodes, start }: FlowGraph, flow: DataFlow<S>): (node: GraphNode) => S | undefined {
  const states = new Array<S | undefined>(nodes.length).fill(undefined);
  const callers = callersOf(nodes);
  const waiting: GraphNode[] = [start];
  const isWaiting = new Array<boolean>(nodes.length).fill(false);
  const push = (node: GraphNode): void => {
    if (isWaiting[node.id]) return;
    isWaiting[node.id] = true;
    waiting.push(node);
  };
  states[start.id] = flow.start;
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    isWaiting[node.id] = false;
    const before = states[node.id];
    if (before === undefined) continue;
    for (const edge of node.out) {
      const task = edge.through && states[edge.through.id];
      if (edge.through && task === undefined) continue;
      const after = flow.along(edge, task === undefined ? before : flow.back(before, task));
      const known = states[edge.to.id];
      const met = known === undefined ? after : flow.meet(known, after);
      if (known !== undefined && flow.same(known, met)) continue;
      states[edge.to.id] = met;
      push(edge.to);
    }
    for (const caller of callers.get(node) ?? []) if (states[caller.id] !== undefined) push(caller);
  }
  return ({ id }) => states[id];
}

/** The calls to look at again when the state at the end of a task changes. */
function callersOf(nodes: readonly GraphNode[]): ReadonlyMap<GraphNode, readonly GraphNode[]> {
  const callers = new Map<GraphNode, GraphNode[]>();
  for (const { out } of nodes) {
    for (const { from, through } of out) if (through) callers.set(through, [...(callers.get(through) ?? []), from]);
  }
  return callers;
}
