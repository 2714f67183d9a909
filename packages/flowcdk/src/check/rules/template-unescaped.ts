import {
  type DataActionTemplates,
  dataActionTemplates,
  inputsIn,
  type NamedText,
  tellOf,
} from '../data-action-templates';
import type { Rule } from '../rule';

/** Values go into a template as they are: a quote in a customer's name ends the JSON string it stands in. */
export const templateUnescaped: Rule = {
  name: 'template-unescaped',
  family: 'templates',
  severity: 'warning',
  protectsFrom: 'a request that breaks, or says something else, because a value holds a quote or a line break',
  start: (report) => ({
    project: ({ definitions }) => {
      for (const templates of dataActionTemplates(definitions)) {
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

function isJson({ action }: DataActionTemplates, { text }: NamedText): boolean {
  const type = Object.entries(action.request.headers).find(([name]) => name.toLowerCase() === 'content-type')?.[1];
  const written = type?.parts.map((part) => (part.kind === 'velocity' ? part.text : '')).join('');
  if (written !== undefined) return /\bjson\b/i.test(written);
  return /^\s*[[{"]/.test(withoutCode(text));
}

/** Conditions and calls of tools, whose results are escaped or no text, become blanks of the same length. */
const code =
  /#(?:if|elseif|set|foreach)\s*\((?:[^()"]|"[^"]*"|\([^()]*\))*\)|#(?:\{else\}|else\b|\{end\}|end\b)|\$!?\{?(?:esc|encoding|math|urlTool)\.\w+\((?:[^()"]|"[^"]*"|\([^()]*\))*\)\}?/g;

const withoutCode = (text: string): string => text.replace(code, (block) => ' '.repeat(block.length));

/** Whether a place is between quotes. */
function isInString(text: string, offset: number): boolean {
  const quotes = text.slice(0, offset).match(/\\.|"/g) ?? [];
  return quotes.filter((quote) => quote === '"').length % 2 === 1;
}
