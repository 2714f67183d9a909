import type { TypeProblem } from './expressions';
import type { Listener, ReportProblem } from './rule';
import { yamlOf } from './yaml-of';

/** Reports the problems of expressions that concern one subject. */
export const tellAbout = (
  about: TypeProblem['about'],
  report: ReportProblem,
  help?: string,
): Listener & Required<Pick<Listener, 'expression'>> => ({
  expression: ({ node, read }, { file, path }) => {
    for (const { about: subject, message, offset, length } of read.problems) {
      if (subject !== about) continue;
      report({
        message,
        help,
        file,
        path,
        yaml: yamlOf(node),
        within: { offset, length },
      });
    }
  },
});
