import type { Rule } from '../rule';

/** An export that cannot be read, and parts of one that are not known or cannot be said in YAML. */
export const i3Export: Rule = {
  name: 'i3-export',
  family: 'exports',
  severity: 'error',
  protectsFrom: 'an export of the Export button that is broken, or whose YAML says less than the export',
  start: (report) => ({
    file: ({ file, notes = [] }) => {
      for (const { message, help, path, severity } of notes)
        report({ message, help, path, severity, at: { file, line: 1, column: 1 } });
    },
  }),
};
