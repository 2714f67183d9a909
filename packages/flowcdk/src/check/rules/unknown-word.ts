import type { Rule } from '../rule';

/** Some fields take only certain words: the keys of a telephone, the ways to read digits back. */
export const unknownWord: Rule = {
  name: 'unknown-word',
  family: 'shape',
  severity: 'error',
  protectsFrom: 'a misspelt word in a field with fixed words, such as a key that nobody can press',
  start: (report) => ({
    problem: ({ problem, message, help, severity, yaml }, { file, path }) => {
      if (problem === 'unknownWord') report({ message, help, severity, file, path, yaml });
    },
  }),
};
