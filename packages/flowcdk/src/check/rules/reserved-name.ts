import { builtInInputs, dataActionTemplates } from '../data-action-templates';
import type { Rule } from '../rule';

/** Names that a success template already has. */
const tools: ReadonlySet<string> = new Set([
  'input',
  'rawResult',
  'esc',
  'math',
  'encoding',
  'urlTool',
  'successTemplateUtils',
]);

/** Names the platform uses itself: one of the two is hidden by the other. */
export const reservedName: Rule = {
  name: 'reserved-name',
  family: 'templates',
  severity: 'error',
  protectsFrom: 'an input or a value of the translation map with a name that already means something',
  start: (report) => ({
    project: ({ definitions }) => {
      for (const { action, path, at } of dataActionTemplates(definitions)) {
        for (const name of Object.keys(action.input)) {
          if (!builtInInputs.includes(name)) continue;
          report({
            message: `the input ${name} has a name the platform uses itself`,
            help: `${builtInInputs.join(', ')} are reserved. Choose another name.`,
            path,
            at,
          });
        }
        for (const name of Object.keys(action.response.translationMap)) {
          if (!tools.has(name)) continue;
          report({
            message: `the translation map has a value ${name}, which success templates know as something else`,
            help: 'Choose another name.',
            path,
            at,
          });
        }
      }
    },
  }),
};
