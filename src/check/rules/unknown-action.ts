import type { Rule } from '../rule';
import { ORIGIN } from '../../architect/origin';

/** Architect has more actions than Flowcdk knows, so this is no error; a misspelt one looks just the same. */
export const unknownAction: Rule = {
  name: 'unknown-action',
  family: 'shape',
  severity: 'warning',
  protectsFrom: 'a misspelt action, or one that nothing here can check or run',
  start: (told) => ({
    action: (action, { file, path }) => {
      if (action.kind !== 'unknown' || action.type === '') return;
      told({ message: `${action.type} is no action Flowcdk knows`, file, path, yaml: action[ORIGIN]?.yaml });
    },
  }),
};
