import { constantOf } from '../expressions';
import type { Rule } from '../rule';
import { yamlOf } from '../yaml-of';

/** Most functions and operators do not take NOT_SET; giving it to them starts the error handling of the flow. */
export const notSetArgument: Rule = {
  name: 'not-set-argument',
  family: 'expressions',
  severity: 'error',
  protectsFrom: 'an expression that fails whenever it runs, because it is given NOT_SET',
  start: (report) => ({
    expression: ({ node, read: { parts } }, { file, path }) => {
      for (const part of parts) {
        if (part.kind !== 'call' || !part.overload) continue;
        const { declared, overload, args } = part;
        args.forEach((argument, i) => {
          const parameter = overload.parameters[Math.min(i, overload.parameters.length - 1)];
          if (parameter?.notSetAllowed !== false || constantOf(argument)?.value !== null) return;
          report({
            message: `NOT_SET is given to ${declared.name}, which does not take it`,
            help: 'Running this fails. Look with IsSet(…) or IsNotSetOrEmpty(…) first.',
            file,
            path,
            yaml: yamlOf(node),
            within: argument.span,
          });
        });
      }
    },
  }),
};
