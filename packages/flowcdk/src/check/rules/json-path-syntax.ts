import { parseJsonPath } from '../../data-action';
import { dataActionTemplates, tellOf } from '../data-action-templates';
import type { Rule } from '../rule';

/** A path that cannot be read finds nothing: every call of the data action fails. */
export const jsonPathSyntax: Rule = {
  name: 'json-path-syntax',
  family: 'templates',
  severity: 'error',
  protectsFrom: 'a path into the answer that cannot be read',
  start: (report) => ({
    project: ({ definitions }) => {
      for (const templates of dataActionTemplates(definitions)) {
        for (const [name, text] of Object.entries(templates.action.response.translationMap)) {
          const path = parseJsonPath(text);
          const wrong = 'problem' in path ? path : path.doubt;
          if (!wrong) continue;
          const help = "Paths look like $.customer.name, $[0].id or $.items[?(@.kind == 'main')].id.";
          const place = { name: `translationMap.${name}`, text };
          tellOf(
            report,
            templates,
            place,
            { offset: wrong.offset, length: 1 },
            `the path of ${name} cannot be read: ${wrong.problem}`,
            help,
          );
        }
      }
    },
  }),
};
