import type { Rule } from '../rule';

/** A misspelt key is refused by Architect at best, silently ignored at worst. */
export const unknownKey: Rule = {
  name: 'unknown-key',
  family: 'shape',
  severity: 'error',
  protectsFrom: 'a misspelt key, which Architect refuses or ignores',
  start: (told) => ({
    problem: ({ problem, message, yaml }, { file, path }) => {
      if (problem === 'unknownKey') told({ message, file, path, yaml });
    },
  }),
};
