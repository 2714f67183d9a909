import { literalScalar } from '../../architect/values';
import { constantOf } from '../expressions';
import type { Rule } from '../rule';
import { yamlOf } from '../yaml-of';

/** Where a condition never changes, one of the two ways can never be taken. */
export const constantCondition: Rule = {
  name: 'constant-condition',
  family: 'expressions',
  severity: 'warning',
  protectsFrom: 'a condition that is always true or always false',
  start: (report) => ({
    leaf: (leaf, { file, path }) => {
      if (leaf.role !== 'value' || leaf.value.kind !== 'literal' || !isCondition(leaf.path)) return;
      report({ message: always(literalScalar(leaf.value)), help, file, path, yaml: yamlOf(leaf.value) });
    },
    expression: ({ node, leaf, read: { root, parts } }, { file, path }) => {
      if (!root) return;
      const yaml = yamlOf(node);
      const whole = isCondition(leaf.path) ? constantOf(root) : undefined;
      if (whole) return report({ message: always(whole.value), help, file, path, yaml });
      for (const part of parts) {
        if (part.kind !== 'choice') continue;
        const constant = constantOf(part.condition);
        if (constant) report({ message: always(constant.value), help, file, path, yaml, within: part.condition.span });
      }
    },
  }),
};

/** `condition`, `evaluate.firstTrue.cases[0].value`, `untilCases[0].condition` */
const isCondition = (path: string): boolean =>
  path.endsWith('condition') || (path.endsWith('.value') && path.startsWith('evaluate.firstTrue.'));

const always = (value: unknown): string => `the condition is always ${value === true ? 'true' : 'false'}`;
const help = 'Take the condition out and leave the way that is taken, or compare with a variable.';
