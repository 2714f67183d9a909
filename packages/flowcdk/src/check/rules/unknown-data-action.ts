import { didYouMean } from '../../ground/did-you-mean';
import { calledDataAction, dataActionsIn, ofCalls } from '../data-action-calls';
import type { Rule } from '../rule';
import { yamlOf } from '../yaml-of';

/** Flows find data actions by category and name; Architect refuses a flow when there is none of that name. */
export const unknownDataAction: Rule = {
  name: 'unknown-data-action',
  family: 'data actions',
  severity: 'error',
  protectsFrom: 'a call of a data action that does not exist',
  start: (report, project) => ({
    actions: ofCalls((action, { file, path }) => {
      if (project.definitions.length === 0 || !action.category) return;
      const { name: category, content } = action.category;
      if (!content.dataAction || calledDataAction(action, project)) return;
      const known = dataActionsIn(project);
      const inCategory = known.filter((definition) => definition.category === category).map(({ name }) => name);
      if (inCategory.length > 0) {
        const { name } = content.dataAction;
        const message = `there is no data action ${JSON.stringify(name)} in the category ${category}`;
        return report({ message, help: help(name, inCategory), file, path, yaml: yamlOf(content.dataAction) });
      }
      const categories = [...new Set(known.map((definition) => definition.category))];
      report({
        message: `no data action that is deployed here is in the category ${JSON.stringify(category)}`,
        help: help(category, categories),
        // It may be a data action that only the organisation knows.
        severity: 'warning',
        file,
        path,
        yaml: yamlOf(action.category),
      });
    }),
  }),
};

function help(name: string, known: readonly string[]): string {
  const meant = didYouMean(name, known);
  return `${meant === undefined ? '' : `Did you mean ${meant}? `}There are: ${known.join(', ') || 'none'}.`;
}
