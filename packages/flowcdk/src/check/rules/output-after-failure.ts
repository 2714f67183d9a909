import { nodePlace, nameOf } from '../graph';
import { lostOutputs } from '../graph/lost-outputs';
import { variablesOf } from '../graph/variables';
import type { Rule } from '../rule';

/**
 * After a failed data action the flow goes on with the old values of the outputs, unless the failure path leads
 * elsewhere. A flow that first looks at the outcome (in a decision over anything that the action or its paths wrote) is
 * fine.
 */
export const outputAfterFailure: Rule = {
  name: 'output-after-failure',
  family: 'data actions',
  severity: 'warning',
  protectsFrom: 'the answer of a data action that is used although the action may have failed',
  start: (report) => ({
    flowEnd: (place) => {
      const lost = lostOutputs(place.flow);
      const done = new Set<string>();
      for (const { key, name, node, how, after, yaml, offset, length } of variablesOf(place.flow).reads) {
        if (how !== 'plain' || after(key) || done.has(key)) continue;
        const call = lost(key, node);
        if (!call) continue;
        done.add(key);
        report({
          message: `${name} is not set here when ${nameOf(call)} has failed`,
          help: 'Lead its failure and timeout elsewhere, set the variable there, or look with IsSet(…) first.',
          ...nodePlace(node, place),
          ...(yaml ? { yaml, within: { offset, length } } : {}),
        });
      }
    },
  }),
};
