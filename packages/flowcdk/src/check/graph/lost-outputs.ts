import type { FlowTree } from '../../architect/flow-tree';
import { bitsFor, isSetFromTheStart, maskOf } from './assigned';
import { isDataActionCall } from '../data-action-calls';
import { solve } from './data-flow';
import { graphOf } from './';
import type { Edge, GraphNode } from './node';
import { type Variables, variablesOf } from './variables';

/**
 * The data action whose failure left a variable without a value at a place; undefined if there is none. `key` is
 * lower-case.
 */
export type LostOutputs = (key: string, node: GraphNode) => GraphNode | undefined;

/** Sets of variables: those that are certainly set, and those that a failure left without a value. */
interface State {
  readonly set: bigint;
  readonly lost: bigint;
}

/**
 * Follows the outputs of data actions along the ways on which these have failed. A variable that was set before keeps
 * its value and is safe. Once the flow has looked at the outcome, all its outputs are safe.
 */
export function lostOutputs(flow: FlowTree): LostOutputs {
  const graph = graphOf(flow);
  const variables = variablesOf(flow);
  const { declared, writtenOn, writes } = variables;
  const outputs = outputsByCall(variables);
  if (outputs.size === 0) return () => undefined;

  const bits = bitsFor(writes.map(({ key }) => key));
  const masks = new Map([...outputs].map(([call, keys]) => [call, maskOf(keys, bits)]));
  const firstCalls = new Map([...outputs].reverse().flatMap(([call, keys]) => keys.map((key) => [key, call] as const)));
  const lookedAt = outcomesLookedAt(graph.nodes, variables, masks);
  const all = (1n << BigInt(bits.size)) - 1n;
  const fromTheStart = declared.filter((variable) => isSetFromTheStart(variable)).map(({ name }) => name.toLowerCase());

  const along = (edge: Edge, before: State): State => {
    // A flow may fail anywhere, so this says nothing about its error handling.
    if (edge.from.kind === 'error') return { set: all, lost: 0n };
    const keys = writtenOn(edge);
    const hasFailed = edge.way === 'failure' || edge.way === 'timeout';
    if (keys.length === 0 && !hasFailed && !lookedAt.has(edge.from)) return before;
    const { set, lost } = before;
    const written = maskOf(keys, bits);
    const missing = hasFailed ? (masks.get(edge.from) ?? 0n) & ~set : 0n;
    return { set: set | written, lost: (lost | missing) & ~written & ~(lookedAt.get(edge.from) ?? 0n) };
  };
  const solved = (): ((node: GraphNode) => State | undefined) =>
    solve<State>(graph, {
      start: { set: maskOf(fromTheStart, bits), lost: 0n },
      along,
      meet: (left, other) => ({ set: left.set & other.set, lost: left.lost | other.lost }),
      // A task starts with the state of its caller. What the task lost is lost, but what its caller had set stays set.
      back: (call, task) => ({ set: call.set | task.set, lost: task.lost & ~call.set }),
      same: (left, other) => left.set === other.set && left.lost === other.lost,
    });
  let state: ReturnType<typeof solved> | undefined;
  return (key, node) => {
    const call = firstCalls.get(key);
    if (!call) return undefined;
    const bit = maskOf([key], bits);
    state ??= solved();
    return ((state(node)?.lost ?? 0n) & bit) === 0n ? undefined : call;
  };
}

function outputsByCall({ writes }: Variables): ReadonlyMap<GraphNode, readonly string[]> {
  const outputs = new Map<GraphNode, string[]>();
  for (const { node, path, key } of writes) {
    if (!isDataActionCall(node.action) || !path.includes('successOutputs')) continue;
    const keys = outputs.get(node);
    if (keys) keys.push(key);
    else outputs.set(node, [key]);
  }
  return outputs;
}

/**
 * Places that look at the outcome of a data action, with the outputs that are no longer in doubt behind them: decisions
 * and switches over something it wrote, or something that was written on one of its paths.
 */
function outcomesLookedAt(
  nodes: readonly GraphNode[],
  { writes, readsAt }: Variables,
  masks: ReadonlyMap<GraphNode, bigint>,
): ReadonlyMap<GraphNode, bigint> {
  // A variable that shows the outcome of several calls settles all of them.
  const settledBy = new Map<string, bigint>();
  for (const { node, key } of writes) {
    for (let at: GraphNode | undefined = node; at; at = at.around) {
      const mask = masks.get(at);
      if (mask !== undefined) settledBy.set(key, (settledBy.get(key) ?? 0n) | mask);
    }
  }
  const lookedAt = new Map<GraphNode, bigint>();
  for (const node of nodes) {
    if (!looks.has(node.action?.kind ?? '')) continue;
    for (const { key } of readsAt(node)) {
      lookedAt.set(node, (lookedAt.get(node) ?? 0n) | (settledBy.get(key) ?? 0n));
    }
  }
  return lookedAt;
}

const looks: ReadonlySet<string> = new Set(['decision', 'switch', 'loopUntil']);
