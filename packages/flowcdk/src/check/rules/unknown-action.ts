import { actionForms, isActionKind } from '../../architect/actions';
import { didYouMean } from '../../ground/did-you-mean';
import type { Rule } from '../rule';
import { yamlOf } from '../yaml-of';

/** Architect has more actions than Flowcdk knows, so this is no error. A misspelt action looks the same. */
export const unknownAction: Rule = {
  name: 'unknown-action',
  family: 'shape',
  severity: 'warning',
  protectsFrom: 'a misspelt action, or one that nothing here can check or run',
  start: (report) => ({
    actions: {
      unknown: (action, { file, path }) => {
        if (action.type === '' || isActionKind(action.type)) return;
        const yaml = yamlOf(action);
        const meant = didYouMean(action.type, Object.keys(actionForms));
        report({
          message: `${action.type} is no action Flowcdk knows`,
          help: meant === undefined ? 'What is in it is kept, but not checked.' : `Did you mean ${meant}?`,
          file,
          path,
          yaml: yaml?.kind === 'mapping' ? (yaml.entries[0]?.key ?? yaml) : yaml,
        });
      },
    },
  }),
};
