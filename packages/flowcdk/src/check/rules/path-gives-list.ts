import { parseJsonPath } from '../../data-action';
import type { JsonSchema } from '../../data-action';
import { dataActionTemplates, propertiesOf, tellOf } from '../data-action-templates';
import type { Rule } from '../rule';

/** A filter, a wildcard, a slice or `..` always gives a list, also of one thing or of none. */
export const pathGivesList: Rule = {
  name: 'path-gives-list',
  family: 'templates',
  severity: 'error',
  protectsFrom: 'a list that is handed over where the contract promises one value',
  start: (report) => ({
    project: ({ definitions }) => {
      for (const templates of dataActionTemplates(definitions)) {
        const { response, contract } = templates.action;
        for (const [name, text] of Object.entries(response.translationMap)) {
          const path = parseJsonPath(text);
          if ('problem' in path || path.definite) continue;
          const output = outputUsing(name, response.successTemplate);
          const type = output === undefined ? undefined : typeOf(output, contract.output);
          if (type === undefined || type === 'array') continue;
          const help = `Take the first: \${successTemplateUtils.firstFromArray("\${${name}}")}, or name a position: [0].`;
          const place = { name: `translationMap.${name}`, text };
          const message = `the path always gives a list, but the output ${output} is one value`;
          tellOf(report, templates, place, { offset: 0, length: text.length }, message, help);
        }
      }
    },
  }),
};

/** The property that takes a value of the map unchanged: `"customerId": ${id}`. */
function outputUsing(name: string, successTemplate: string): string | undefined {
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`"([\\w-]+)"\\s*:\\s*\\$!?\\{?${escaped}\\b(?![\\w-])\\}?`).exec(successTemplate)?.[1];
}

/** The type of a property of that name, wherever it stands in the contract. */
function typeOf(name: string, schema: JsonSchema): unknown {
  const properties = propertiesOf(schema);
  if (Object.hasOwn(properties, name)) return properties[name]?.['type'];
  for (const inner of Object.values(properties)) {
    const type = typeOf(name, inner['type'] === 'array' ? ((inner['items'] ?? {}) as JsonSchema) : inner);
    if (type !== undefined) return type;
  }
  return undefined;
}
