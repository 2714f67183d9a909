import { type Action } from '../../architect/actions';
import { type Edge, foundAt, type FlowGraph, type GraphNode, graphOf, nameOf, solve } from '../graph';
import { bitsFor, isSetFromTheStart, maskOf } from '../graph/assigned';
import { variablesOf, type Variables } from '../graph/variables';
import type { Rule } from '../rule';

/**
 * Behind a data action the flow goes on after a failure, too, unless the failure path leads elsewhere; then its outputs
 * are what they were before. Somebody who looks at the outcome first (a decision over anything the action or its paths
 * wrote) knows what they do.
 */
export const outputAfterFailure: Rule = {
  name: 'output-after-failure',
  family: 'data actions',
  severity: 'warning',
  protectsFrom: 'the answer of a data action that is used although the action may have failed',
  start: (told) => ({
    flowEnd: (place) => {
      const graph = graphOf(place.flow);
      const calls = graph.nodes.filter(({ kind, action }) => kind === 'action' && isCall(action));
      if (calls.length === 0) return;
      const variables = variablesOf(place.flow);
      const doubtful = doubtfulOutputs(graph, calls, variables);
      const done = new Set<string>();
      for (const { key, name, node, how, after, yaml, offset, length } of variables.reads) {
        if (how !== 'plain' || after.includes(key) || done.has(key)) continue;
        const call = doubtful(key, node);
        if (!call) continue;
        done.add(key);
        told({
          message: `${name} is not set here when ${nameOf(call)} has failed`,
          help: 'Lead its failure and timeout elsewhere, set the variable there, or look with IsSet(…) first.',
          ...foundAt(node, place),
          ...(yaml ? { yaml, within: { offset, length } } : {}),
        });
      }
    },
  }),
};

const isCall = (action: Action | undefined): boolean =>
  action?.kind === 'callData' || action?.kind === 'callDataSecure';

/** Sets of variables: those that are set whatever happened, and those a failure has left without a value. */
interface State {
  readonly set: bigint;
  readonly failed: bigint;
}

type Doubtful = (key: string, node: GraphNode) => GraphNode | undefined;

function doubtfulOutputs(graph: FlowGraph, calls: readonly GraphNode[], variables: Variables): Doubtful {
  const { declared, writtenOn, writes } = variables;
  const bits = bitsFor([...declared.map(({ name }) => name.toLowerCase()), ...writes.map(({ key }) => key)]);
  const outputs = new Map(calls.map((call) => [call, maskOf(outputsOf(call, writes), bits)]));
  const settled = settledBy(graph, calls, variables, outputs, bits);
  const all = (1n << BigInt(bits.size)) - 1n;

  const along = (edge: Edge, { set, failed }: State): State => {
    if (edge.from.kind === 'error') return { set: all, failed: 0n };
    const written = maskOf(writtenOn(edge), bits);
    const lost =
      edge.way === 'failure' || edge.way === 'timeout' ? (outputs.get(edge.from) ?? 0n) & ~set & ~written : 0n;
    const looked = settled.get(edge.from) ?? 0n;
    return { set: set | written, failed: ((failed & ~written) | lost) & ~looked };
  };
  const state = solve<State>(graph, {
    start: {
      set: maskOf(
        declared.filter((v) => isSetFromTheStart(v)).map(({ name }) => name.toLowerCase()),
        bits,
      ),
      failed: 0n,
    },
    along,
    meet: (one, other) => ({ set: one.set & other.set, failed: one.failed | other.failed }),
    // What a task has set is set; what it has left unset matters only where it was called in doubt, or called in doubt itself.
    back: (call, task) => ({
      set: call.set | task.set,
      failed: (call.failed & task.failed) | (task.failed & ~call.set),
    }),
    same: (one, other) => one.set === other.set && one.failed === other.failed,
  });
  return (key, node) => {
    const bit = bits.get(key);
    if (bit === undefined || ((state(node)?.failed ?? 0n) & (1n << BigInt(bit))) === 0n) return undefined;
    return calls.find((call) => ((outputs.get(call) ?? 0n) & (1n << BigInt(bit))) !== 0n);
  };
}

const outputsOf = (call: GraphNode, writes: Variables['writes']): readonly string[] =>
  writes.filter(({ node, path }) => node === call && path.includes('successOutputs')).map(({ key }) => key);

/**
 * Places that look at the outcome of a data action: decisions and switches over something it wrote, or something that
 * was written on one of its paths. Behind them its outputs are no longer in doubt.
 */
function settledBy(
  graph: FlowGraph,
  calls: readonly GraphNode[],
  { writes, readsAt }: Variables,
  outputs: ReadonlyMap<GraphNode, bigint>,
  bits: ReadonlyMap<string, number>,
): ReadonlyMap<GraphNode, bigint> {
  const settled = new Map<GraphNode, bigint>();
  const traces = calls.map((call) => {
    const written = writes.filter(({ node }) => node === call || isInside(node, call)).map(({ key }) => key);
    return { call, written: maskOf(written, bits) };
  });
  for (const node of graph.nodes) {
    const { action } = node;
    if (!action || !(action.kind === 'decision' || action.kind === 'switch' || action.kind === 'loopUntil')) continue;
    const looked = maskOf(
      readsAt(node).map(({ key }) => key),
      bits,
    );
    for (const { call, written } of traces) {
      if ((looked & written) !== 0n) settled.set(node, (settled.get(node) ?? 0n) | (outputs.get(call) ?? 0n));
    }
  }
  return settled;
}

const isInside = ({ around }: GraphNode, call: GraphNode): boolean => {
  for (let at = around; at; at = at.around) if (at === call) return true;
  return false;
};
