import { keyName } from '../../architect/yaml/node';
import { didYouMean } from '../../ground/did-you-mean';
import type { Rule } from '../rule';

/** A misspelt key is refused by Architect at best, silently ignored at worst. */
export const unknownKey: Rule = {
  name: 'unknown-key',
  family: 'shape',
  severity: 'error',
  protectsFrom: 'a misspelt key, which Architect refuses or ignores',
  start: (report) => ({
    problem: ({ problem, message, severity, yaml }, { file, path }) => {
      if (problem !== 'unknownKey') return;
      const [what = message, known = ''] = message.split('; known here: ');
      const meant = yaml.kind === 'scalar' ? didYouMean(keyName(yaml), known.split(', ')) : undefined;
      const help = `${meant === undefined ? '' : `Did you mean ${meant}? `}Known here: ${known || 'nothing'}.`;
      // Nobody wrote the YAML of an export: the key is a setting of Architect that Flowcdk does not know.
      const lower = file.notes === undefined ? severity : 'warning';
      report({ message: what, help, severity: lower, file, path, yaml });
    },
  }),
};
