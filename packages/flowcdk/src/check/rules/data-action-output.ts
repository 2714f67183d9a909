import { failureOutputNames } from '../../architect/actions/call-data';
import { didYouMean } from '../../ground/did-you-mean';
import { calledDataAction, callOf, ofCalls, yamlOfPart } from '../data-action-calls';
import type { Rule } from '../rule';

/** An output that the contract does not have; upper and lower case differ here. */
export const dataActionOutput: Rule = {
  name: 'data-action-output',
  family: 'data actions',
  severity: 'error',
  protectsFrom: 'an output of a data action that does not exist',
  start: (report, project) => ({
    actions: ofCalls((action, { file, path }) => {
      const called = calledDataAction(action, project);
      const call = callOf(action);
      const look = (part: 'successOutputs' | 'failureOutputs', who: string, known: readonly string[]): void => {
        for (const name of call?.[part]?.keys() ?? []) {
          if (known.includes(name)) continue;
          const meant = didYouMean(name, known);
          report({
            message: `${who} has no output ${JSON.stringify(name)}`,
            help: `${meant === undefined ? '' : `Did you mean ${meant}? `}There are: ${known.join(', ') || 'none'}.`,
            file,
            path,
            yaml: yamlOfPart(action, part, name),
          });
        }
      };
      if (called) look('successOutputs', called.name, Object.keys(called.outputs));
      look('failureOutputs', 'a failed data action', failureOutputNames);
    }),
  }),
};
