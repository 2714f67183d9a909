import { builtInInputs, dataActionTemplates, inputsIn, tellOf } from '../data-action-templates';
import type { Rule } from '../rule';

/** `$Input.x`, `${input.ConversationID}`: whether upper and lower case count in names of inputs is not documented. */
export const templateInputCase: Rule = {
  name: 'template-input-case',
  family: 'templates',
  severity: 'warning',
  protectsFrom: 'a reference that is found or not, depending on how exactly the platform reads names',
  start: (report) => ({
    project: ({ definitions }) => {
      for (const templates of dataActionTemplates(definitions)) {
        const names = [...Object.keys(templates.action.input), ...builtInInputs];
        for (const text of templates.texts) {
          for (const input of inputsIn(text.text)) {
            const meant = names.find((name) => name.toLowerCase() === input.name.toLowerCase());
            if (meant === undefined || (input.scope === 'input' && names.includes(input.name))) continue;
            tellOf(
              report,
              templates,
              text,
              input,
              `${input.scope}.${input.name} is written in another case`,
              `Write input.${meant}.`,
            );
          }
        }
      }
    },
  }),
};
