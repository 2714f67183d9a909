import { didYouMean } from '../../ground/did-you-mean';
import { builtInInputs, dataActionTemplates, inputsIn, tellOf } from '../data-action-templates';
import type { Rule } from '../rule';

/** A reference to an input that does not exist is not replaced: the text `${input.x}` itself is sent. */
export const templateInputUnknown: Rule = {
  name: 'template-input-unknown',
  family: 'templates',
  severity: 'error',
  protectsFrom: 'a template that uses an input its contract does not have',
  start: (report) => ({
    project: ({ definitions }) => {
      for (const templates of dataActionTemplates(definitions)) {
        const inputs = Object.keys(templates.action.input);
        const folded = new Set([...inputs, ...builtInInputs].map((name) => name.toLowerCase()));
        for (const text of templates.texts) {
          for (const input of inputsIn(text.text)) {
            if (folded.has(input.name.toLowerCase())) continue;
            const meant = didYouMean(input.name, inputs);
            const help = `${meant === undefined ? '' : `Did you mean ${meant}? `}Inputs are: ${inputs.join(', ') || 'none'}.`;
            tellOf(report, templates, text, input, `there is no input ${input.name}`, help);
          }
        }
      }
    },
  }),
};
