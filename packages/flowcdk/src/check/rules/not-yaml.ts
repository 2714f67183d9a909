import type { Rule } from '../rule';

/** A text that is no YAML is refused before anything else is checked. */
export const notYaml: Rule = {
  name: 'not-yaml',
  family: 'shape',
  severity: 'error',
  protectsFrom: 'a file that nothing can read',
  start: (report) => ({
    file: (file) => {
      for (const { message, offset, length } of file.yamlProblems)
        report({ message, file, within: { offset, length } });
    },
  }),
};
