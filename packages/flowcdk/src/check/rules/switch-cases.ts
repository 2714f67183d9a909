import type { Rule } from '../rule';
import { keyIn } from '../yaml-of';

const MOST = 64;

/** A switch has 1 to 64 cases. */
export const switchCases: Rule = {
  name: 'switch-cases',
  family: 'limits',
  severity: 'error',
  protectsFrom: 'a switch with more cases than Architect takes, or with none',
  start: (report) => ({
    actions: {
      switch: (action, { file, path }) => {
        if (!action.evaluate) return;
        const { evaluate } = action;
        const count =
          evaluate.kind === 'firstTrue'
            ? evaluate.content.cases?.length
            : evaluate.content.reduce((n, { content }) => n + (content?.cases?.length ?? 0), 0);
        if (count !== undefined && count >= 1 && count <= MOST) return;
        report({
          message: `the switch has ${count === undefined || count === 0 ? 'no case' : `${count} cases`}`,
          help: `A switch has 1 to ${MOST}. ${(count ?? 0) > MOST ? 'Let the default hold another switch, or look the value up in a data table.' : 'Without a case only the default is left.'}`,
          file,
          path,
          yaml: keyIn(action, 'evaluate'),
        });
      },
    },
  }),
};
