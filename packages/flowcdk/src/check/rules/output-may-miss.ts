import { calledDataAction, isDataActionCall } from '../data-action-calls';
import { isSetFromTheStart } from '../graph/assigned';
import { nodePlace } from '../graph';
import { type Variables, variablesOf, type WritePlace } from '../graph/variables';
import type { Project } from '../project';
import type { Rule } from '../rule';

/**
 * An answer without a value leaves the output NOT_SET, and the data action has succeeded all the same. Comparing NOT_SET
 * with `<` or `>` starts the error handling of the flow (documented). Flows that look anywhere whether the value is there
 * are fine, and outputs that the contract requires: without one the data action fails.
 */
export const outputMayMiss: Rule = {
  name: 'output-may-miss',
  family: 'data actions',
  severity: 'warning',
  protectsFrom: 'a decision over a number that the answer of a data action may lack',
  start: (report, project) => ({
    flowEnd: (place) => {
      const variables = variablesOf(place.flow);
      const numbers = numbersOfAnswers(variables, project);
      if (numbers.size === 0) return;
      const done = new Set<string>();
      for (const { key, name, node, how, yaml, offset, length } of variables.reads) {
        if (how !== 'plain' || node.action?.kind !== 'decision' || done.has(key) || !numbers.has(key)) continue;
        done.add(key);
        report({
          message: `${name} is NOT_SET here where the answer of the data action has no such value`,
          help: 'Look with IsSet(…) first: what is not known is neither less nor more.',
          ...nodePlace(node, place),
          ...(yaml ? { yaml, within: { offset, length } } : {}),
        });
      }
    },
  }),
};

const numeric: ReadonlySet<string> = new Set(['integer', 'decimal']);

/** Lower-case names of numbers that only answers of data actions set, and that nothing asks whether they are set. */
function numbersOfAnswers({ declared, writes, reads }: Variables, project: Project): ReadonlySet<string> {
  const tested = new Set(reads.filter(({ how }) => how !== 'plain').map(({ key }) => key));
  const others = new Set(writes.filter((write) => !mayMiss(write, project)).map(({ key }) => key));
  const written = new Set(writes.map(({ key }) => key));
  return new Set(
    declared
      .filter((variable) => numeric.has(variable.kind) && !isSetFromTheStart(variable))
      .map(({ name }) => name.toLowerCase())
      .filter((key) => written.has(key) && !others.has(key) && !tested.has(key)),
  );
}

/** Whether a write is an output of a data action that its contract, where it is at hand, does not require. */
function mayMiss({ node, path }: WritePlace, project: Project): boolean {
  if (!isDataActionCall(node.action) || !path.includes('successOutputs')) return false;
  const output = path.slice(path.indexOf('successOutputs.') + 'successOutputs.'.length);
  const contract = calledDataAction(node.action, project);
  return contract === undefined || contract.outputs[output]?.optional === true;
}
