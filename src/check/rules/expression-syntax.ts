import { ExpressionError, parseCached } from '../../architect/expressions';
import { ORIGIN } from '../../architect/origin';
import type { Rule } from '../rule';

/** Architect refuses a flow with an expression it cannot parse, minutes after it was uploaded. */
export const expressionSyntax: Rule = {
  name: 'expression-syntax',
  family: 'expressions',
  severity: 'error',
  protectsFrom: 'an expression Architect cannot parse',
  start: (told) => ({
    leaf: (leaf, { file, path }) => {
      if (leaf.role !== 'value' || leaf.value.kind !== 'expression') return;
      try {
        parseCached(leaf.value.text);
      } catch (problem) {
        if (!(problem instanceof ExpressionError)) throw problem;
        const { message, offset, length } = problem;
        told({ message, file, path, yaml: leaf.value[ORIGIN]?.yaml, within: { offset, length } });
      }
    },
  }),
};
