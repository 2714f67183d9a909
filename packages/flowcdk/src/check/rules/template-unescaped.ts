import {
  type DataActionTemplates,
  dataActionTemplates,
  inputsIn,
  type NamedText,
  tellOf,
  withoutCode,
} from '../data-action-templates';
import type { ReportProblem, Rule } from '../rule';

/**
 * Values go into a template as they are: a quote in a customer's name ends the JSON string it stands in, and a space in
 * a URL fails the call.
 */
export const templateUnescaped: Rule = {
  name: 'template-unescaped',
  family: 'templates',
  severity: 'warning',
  protectsFrom: 'a request that breaks, or says something else, because a value holds a quote, a space or a line break',
  start: (report) => ({
    project: ({ definitions }) => {
      for (const templates of dataActionTemplates(definitions)) {
        lookAtUrl(templates, report);
        const body = templates.texts.find(({ name }) => name === 'body');
        if (!body || !isJson(templates, body)) continue;
        const bare = withoutCode(body.text);
        for (const input of inputsIn(bare)) {
          if (templates.action.input[input.name]?.kind !== 'string' || !isInString(bare, input.offset)) continue;
          const help = `Write \${esc.jsonEncode($input.${input.name})}.`;
          tellOf(report, templates, body, input, `the text ${input.name} is put into JSON without escaping it`, help);
        }
      }
    },
  }),
};

/** Reports texts in the path and the query of the URL. What stands before them is a base, which is put in as it is. */
function lookAtUrl(templates: DataActionTemplates, report: ReportProblem): void {
  const url = templates.texts.find(({ name }) => name === 'url');
  if (!url) return;
  const bare = withoutCode(url.text);
  for (const input of inputsIn(bare)) {
    const before = url.text.slice(0, input.offset);
    if (templates.action.input[input.name]?.kind !== 'string' || isBase(before)) continue;
    const [part, tool] = before.includes('?') ? ['query', 'url'] : ['path', 'uriEncode'];
    const help = `Write \${esc.${tool}($input.${input.name})}.`;
    tellOf(report, templates, url, input, `the text ${input.name} is put into the ${part} of the URL as it is`, help);
  }
}

/** Nothing, or a scheme and a part of a host. */
const isBase = (before: string): boolean => /^\s*(?:[\w+.-]+:\/\/[^/?#]*)?$/.test(before);

function isJson({ action }: DataActionTemplates, { text }: NamedText): boolean {
  const type = Object.entries(action.request.headers).find(([name]) => name.toLowerCase() === 'content-type')?.[1];
  const written = type?.parts.map((part) => (part.kind === 'velocity' ? part.text : '')).join('');
  if (written !== undefined) return /\bjson\b/i.test(written);
  return /^\s*[[{"]/.test(withoutCode(text));
}

/** Whether a place is between quotes. */
function isInString(text: string, offset: number): boolean {
  const quotes = text.slice(0, offset).match(/\\.|"/g) ?? [];
  return quotes.filter((quote) => quote === '"').length % 2 === 1;
}
