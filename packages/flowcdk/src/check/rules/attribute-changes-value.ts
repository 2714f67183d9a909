import { isVoiceFlow } from '../../ground/flow-kinds';
import { literalScalar } from '../../architect/values';
import { graphOf, type GraphNode, nodePlace } from '../graph';
import { type AttributeUse, flowsWithAttributes } from '../graph/attributes';
import { reachableFrom } from '../graph/reach';
import type { Rule } from '../rule';

/**
 * When a write becomes visible, and in which order two writes do, is not documented. A voice flow that has read a value
 * may also write it back when it ends (documented). Voice flows themselves keep a list of what they wrote.
 */
export const attributeChangesValue: Rule = {
  name: 'attribute-changes-value',
  family: 'participant data',
  severity: 'warning',
  protectsFrom: 'a status that keeps its first value for good, because the first write becomes visible last',
  start: (report) => ({
    project: (project) => {
      const flows = flowsWithAttributes(project);
      for (const { writes, place, identity } of flows) {
        if (isVoiceFlow(place.flow.kind)) continue;
        const others = flows.filter((flow) => flow.identity !== identity);
        for (const [name, written] of valuesByName(writes)) {
          if (!others.some(({ reads }) => reads.some((read) => read.name === name))) continue;
          const change = changeIn(written, graphOf(place.flow).nodes.length);
          if (!change) continue;
          report({
            message: `${name} is ${change.first.value} here and ${change.later.value} later in the same run`,
            help: 'Write it once, when the result is known: other flows take an absent attribute as "not yet".',
            ...nodePlace(change.first.node, place),
            yaml: change.first.yaml,
          });
        }
      }
    },
  }),
};

/** A text that an action writes into an attribute. */
interface Written {
  readonly value: string;
  readonly node: GraphNode;
  readonly yaml: AttributeUse['yaml'];
}

/** What is written into each attribute, as far as the text shows it. */
function valuesByName(writes: readonly AttributeUse[]): ReadonlyMap<string, readonly Written[]> {
  const values = new Map<string, Written[]>();
  for (const { name, value, node, yaml } of writes) {
    const text = literalScalar(value);
    if (name === undefined || text === undefined) continue;
    const known = values.get(name) ?? [];
    known.push({ value: String(text), node, yaml });
    values.set(name, known);
  }
  return values;
}

/** The first write after which the same run may write another value. */
function changeIn(
  written: readonly Written[],
  nodes: number,
): { readonly first: Written; readonly later: Written } | undefined {
  if (new Set(written.map(({ value }) => value)).size < 2) return undefined;
  for (const first of written) {
    const reached = reachableFrom(first.node, nodes);
    const later = written.find(
      ({ value, node }) => value !== first.value && node !== first.node && reached[node.id] === true,
    );
    if (later) return { first, later };
  }
  return undefined;
}
