import type { Rule } from '../rule';
import { yamlOfKey } from '../yaml-of';

const LONGEST = 200;

/** Architect takes up to 200 characters for the name of an action. */
export const nameTooLong: Rule = {
  name: 'name-too-long',
  family: 'limits',
  severity: 'error',
  protectsFrom: 'a name of an action that Architect does not take',
  start: (report) => ({
    action: (action, { file, path }) => {
      const { name = '' } = action;
      if (name.length <= LONGEST) return;
      report({
        message: `the name has ${name.length} characters`,
        help: `Architect takes up to ${LONGEST}.`,
        file,
        path: `${path.slice(0, -name.length)}${name.slice(0, 40)}…`,
        yaml: yamlOfKey(action, 'name'),
      });
    },
  }),
};
