import type { JsonSchema } from '../../data-action';
import { dataActionTemplates, propertiesOf, tellOf } from '../data-action-templates';
import type { Rule } from '../rule';

/** Every call fails if the success template does not write a required output. */
export const templateOutputMissing: Rule = {
  name: 'template-output-missing',
  family: 'templates',
  severity: 'error',
  protectsFrom: 'a data action that always fails because its answer lacks what its contract promises',
  start: (report) => ({
    project: ({ definitions }) => {
      for (const templates of dataActionTemplates(definitions)) {
        const { response, contract } = templates.action;
        const text = response.successTemplate;
        if (isPassedThrough(text)) continue;
        for (const name of requiredIn(contract.output)) {
          if (text.includes(`"${name}"`)) continue;
          const help = `Add "${name}": \${…} to the success template, or do not require it in the contract.`;
          const place = { name: 'successTemplate', text };
          tellOf(
            report,
            templates,
            place,
            { offset: 0, length: text.length },
            `the answer has no ${name}, which the contract requires`,
            help,
          );
        }
      }
    },
  }),
};

/** The template passes on the whole answer or one value of it, whose content is unknown here. */
const isPassedThrough = (text: string): boolean => text.includes('rawResult') || /^\s*\$!?\{?[\w.]+\}?\s*$/.test(text);

function requiredIn(schema: JsonSchema): readonly string[] {
  const required = (schema['required'] ?? []) as readonly string[];
  const properties = propertiesOf(schema);
  return required.flatMap((name) => {
    const inner = properties[name];
    return [name, ...(inner?.['type'] === 'object' ? requiredIn(inner) : [])];
  });
}
