import {
  builtInInputs,
  dataActionTemplates,
  inputsIn,
  isInCondition,
  tellOf,
  withoutDirectives,
} from '../data-action-templates';
import type { Rule } from '../rule';

/** A reference to an input that is not set is not replaced: the text `${input.x}` itself is sent. */
export const templateInputMayMiss: Rule = {
  name: 'template-input-may-miss',
  family: 'templates',
  severity: 'warning',
  protectsFrom: 'a request with a piece of its template in it, because an input is not set',
  start: (report) => ({
    project: ({ definitions }) => {
      for (const templates of dataActionTemplates(definitions)) {
        for (const text of templates.texts) {
          for (const input of inputsIn(withoutDirectives(text.text))) {
            const isOptional = templates.action.input[input.name]?.optional === true;
            const isQuiet = text.text[input.offset + 1] === '!';
            if (!isOptional || isQuiet || builtInInputs.includes(input.name)) continue;
            if (isInCondition(text.text, input.offset)) continue;
            const written = text.text.slice(input.offset, input.offset + input.length);
            const shown = written.includes('{') ? `${written}}` : written;
            const message = `the input ${input.name} may be missing, and ${shown} stands in the ${text.name} then`;
            const help = `Write $!{input.${input.name}}, or leave the part out with #if("$!{input.${input.name}}" != "").`;
            tellOf(report, templates, text, input, message, help);
          }
        }
      }
    },
  }),
};
