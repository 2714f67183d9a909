import type { Edge, FlowGraph, GraphNode } from './node';
import { Waiting } from './waiting';

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
export function solve<S>(graph: FlowGraph, flow: DataFlow<S>): (node: GraphNode) => S | undefined {
  const { nodes, start } = graph;
  const states = new Array<S | undefined>(nodes.length).fill(undefined);
  const callers = callersOf(nodes);
  const waiting = new Waiting(graph);
  waiting.push(start);
  states[start.id] = flow.start;
  for (let node = waiting.pop(); node; node = waiting.pop()) {
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
      waiting.push(edge.to);
    }
    for (const caller of callers.get(node) ?? []) if (states[caller.id] !== undefined) waiting.push(caller);
  }
  return ({ id }) => states[id];
}

/** The calls to look at again when the state at the end of a task changes. */
function callersOf(nodes: readonly GraphNode[]): ReadonlyMap<GraphNode, readonly GraphNode[]> {
  const callers = new Map<GraphNode, GraphNode[]>();
  for (const { out } of nodes) {
    for (const { from, through } of out) {
      const known = through && callers.get(through);
      if (known) known.push(from);
      else if (through) callers.set(through, [from]);
    }
  }
  return callers;
}
