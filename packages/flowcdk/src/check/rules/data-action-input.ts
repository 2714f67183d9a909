import { didYouMean } from '../../ground/did-you-mean';
import { calledDataAction, callOf, ofCalls, yamlOfPart } from '../data-action-calls';
import type { Rule } from '../rule';

/** Every input the contract asks for has to be there, and no other. Their types are the business of other rules. */
export const dataActionInput: Rule = {
  name: 'data-action-input',
  family: 'data actions',
  severity: 'error',
  protectsFrom: 'a data action that is called without what its contract asks for, or with more',
  start: (report, project) => ({
    actions: ofCalls((action, { file, path }) => {
      const called = calledDataAction(action, project);
      if (!called) return;
      const inputs = callOf(action)?.inputs ?? new Map();
      const names = Object.keys(called.input);
      for (const [name, type] of Object.entries(called.input)) {
        const value = inputs.get(name);
        if (type.optional === true || (value && value.kind !== 'noValue')) continue;
        report({
          message: `${called.name} is called ${value ? 'with no value for' : 'without'} its input ${name}`,
          help: 'The contract requires it.',
          file,
          path,
          yaml: yamlOfPart(action, 'inputs', value ? name : undefined),
        });
      }
      for (const name of inputs.keys()) {
        if (names.includes(name)) continue;
        const meant = didYouMean(name, names);
        report({
          message: `${called.name} has no input ${JSON.stringify(name)}`,
          help: `${meant === undefined ? '' : `Did you mean ${meant}? `}It has: ${names.join(', ') || 'none'}.`,
          file,
          path,
          yaml: yamlOfPart(action, 'inputs', name),
        });
      }
    }),
  }),
};
