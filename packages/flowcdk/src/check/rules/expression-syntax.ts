import type { Rule } from '../rule';
import { yamlOf } from '../yaml-of';

/** Architect refuses a flow with an expression it cannot parse, minutes after it was uploaded. */
export const expressionSyntax: Rule = {
  name: 'expression-syntax',
  family: 'expressions',
  severity: 'error',
  protectsFrom: 'an expression Architect cannot parse',
  start: (report) => ({
    expression: ({ node, read: { error } }, { file, path }) => {
      if (!error) return;
      const { message, offset, length } = error;
      report({ message, file, path, yaml: yamlOf(node), within: { offset, length } });
    },
  }),
};
