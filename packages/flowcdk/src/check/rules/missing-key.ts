import type { Rule } from '../rule';

/** Architect refuses an action without what it needs. */
export const missingKey: Rule = {
  name: 'missing-key',
  family: 'shape',
  severity: 'error',
  protectsFrom: 'an action or setting without a key that Architect wants',
  start: (report) => ({
    problem: ({ problem, message, severity, yaml }, { file, path }) => {
      if (problem !== 'missingKey') return;
      const [what = message, expects] = message.split(': ', 2);
      const help = expects === undefined ? undefined : `Give it: ${expects}.`;
      report({ message: what, help, severity, file, path, yaml });
    },
  }),
};
