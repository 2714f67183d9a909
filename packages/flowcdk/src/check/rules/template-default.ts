import { dataActionTemplates, tellOf } from '../data-action-templates';
import type { Rule } from '../rule';

/** A default goes unchanged into the success template, which is JSON: a text needs its quotes. */
export const templateDefault: Rule = {
  name: 'template-default',
  family: 'templates',
  severity: 'error',
  protectsFrom: 'an answer that cannot be understood whenever a default is used',
  start: (report) => ({
    project: ({ definitions }) => {
      for (const templates of dataActionTemplates(definitions)) {
        for (const [name, text] of Object.entries(templates.action.response.translationMapDefaults)) {
          if (isJson(text)) continue;
          const help = `Write it as JSON: ${JSON.stringify(text)}.`;
          const place = { name: `translationMapDefaults.${name}`, text };
          tellOf(
            report,
            templates,
            place,
            { offset: 0, length: text.length },
            `the default of ${name} is no JSON`,
            help,
          );
        }
      }
    },
  }),
};

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
