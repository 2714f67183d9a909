import { literalScalar } from '../../architect/values';
import type { Rule } from '../rule';
import { yamlOf } from '../yaml-of';

/** A flow may run 10,000 actions (documented); a loop whose condition never comes true ends there, in error handling. */
export const unboundedLoop: Rule = {
  name: 'unbounded-loop',
  family: 'paths',
  severity: 'warning',
  protectsFrom: 'a loopUntil that never stops when its condition never comes true',
  start: (report) => ({
    actions: {
      loopUntil: (action, { file, path }) => {
        if (isBound(action.maxLoopCount)) return;
        report({
          message: 'this loop has no largest number of turns',
          help: 'Give maxLoopCount, and say in loopsMax what happens when it is reached.',
          file,
          path,
          yaml: yamlOf(action),
        });
      },
    },
  }),
};

const isBound = (count: Parameters<typeof literalScalar>[0]): boolean =>
  count?.kind === 'expression' || literalScalar(count) !== undefined;
