import type { FlowTree } from '../../architect/flow-tree';
import { graphOf } from './';
import { solve } from './data-flow';
import type { GraphNode } from './node';
import { type DeclaredVariable, variablesOf } from './variables';

/** Which variables can hold a value at a place of a flow. */
export interface Assigned {
  /** Whether anything on any way to a place can have given the variable a value. `key` is its lower-case name. */
  maySet(key: string, node: GraphNode): boolean;
}

const assignedByFlow = new WeakMap<FlowTree, Assigned>();

/** Possible assignment: what some way to a place may have set. A set of variables is a number with a bit for each. */
export function assignedIn(flow: FlowTree): Assigned {
  const known = assignedByFlow.get(flow);
  if (known) return known;
  const graph = graphOf(flow);
  const { declared, writtenOn } = variablesOf(flow);
  const bits = bitsFor(declared.map(({ name }) => name.toLowerCase()));
  const all = (1n << BigInt(bits.size)) - 1n;
  const state = solve<bigint>(graph, {
    start: maskOf(
      declared.filter((variable) => isSetFromTheStart(variable)).map(({ name }) => name.toLowerCase()),
      bits,
    ),
    // A flow may fail anywhere, so its error handling may find any variable set.
    along: (edge, before) => {
      if (edge.from.kind === 'error') return all;
      const keys = writtenOn(edge);
      return keys.length === 0 ? before : before | maskOf(keys, bits);
    },
    meet: (left, other) => left | other,
    back: (call, task) => call | task,
    same: (left, other) => left === other,
  });
  const assigned: Assigned = {
    maySet: (key, node) => {
      const bit = bits.get(key);
      const set = state(node);
      return bit === undefined || set === undefined || (set & (1n << BigInt(bit))) !== 0n;
    },
  };
  assignedByFlow.set(flow, assigned);
  return assigned;
}

/** A bit for each name. */
export const bitsFor = (names: readonly string[]): ReadonlyMap<string, number> =>
  new Map([...new Set(names)].map((name, i) => [name, i]));

/** The set of some of the names. */
export function maskOf(names: readonly string[], bits: ReadonlyMap<string, number>): bigint {
  let mask = 0n;
  for (const name of names) {
    const bit = bits.get(name);
    if (bit !== undefined) mask |= 1n << BigInt(bit);
  }
  return mask;
}

/** Whether a variable has a value from the start. Inputs come with the launch; collections begin empty, not NOT_SET. */
export const isSetFromTheStart = ({ kind, declaration: { isInput, initialValue } }: DeclaredVariable): boolean =>
  isInput === true || kind.endsWith('Collection') || (initialValue !== undefined && initialValue.kind !== 'noValue');
