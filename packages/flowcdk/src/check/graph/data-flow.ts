import type { Edge, FlowGraph, GraphNode } from './node';

/** What is to be known at every place of a flow, as it changes along the ways that lead there. */
export interface DataFlow<S> {
  /** What holds when the flow starts. */
  readonly start: S;
  /** What holds behind a way, if `before` holds at its beginning. */
  readonly along: (edge: Edge, before: S) => S;
  /** What holds where two ways meet. */
  readonly meet: (left: S, other: S) => S;
  /** What holds when a task has come back: what held at the call and what holds at the end of the task. */
  readonly back: (call: S, task: S) => S;
  readonly same: (left: S, other: S) => boolean;
}

/**
 * Solves it: goes along the ways until nothing changes any more. Gives what holds when a place is reached; undefined for
 * places no way leads to. `meet` must be monotone over finitely many values, as union and intersection of sets are.
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

/** Who has to look again when a task comes back with something else. */
function callersOf(nodes: readonly GraphNode[]): ReadonlyMap<GraphNode, readonly GraphNode[]> {
  const callers = new Map<GraphNode, GraphNode[]>();
  for (const { out } of nodes) {
    for (const { from, through } of out) if (through) callers.set(through, [...(callers.get(through) ?? []), from]);
  }
  return callers;
}
