import type { Definition } from '../architect/definition';
import type { SourceLine } from '../ground/source-line';
import { type HasOrigin, ORIGIN, sourceLine } from '../architect/origin';
import { type DataAction, type JsonSchema, render, type Template } from '../data-action';
import type { RuleProblem, ReportProblem } from './rule';

/** A data action as far as its templates go, from any source. */
export interface TemplatedAction extends Definition, Pick<DataAction, 'input' | 'contract' | 'request' | 'response'> {
  /** Where one of its texts stands in the file that it comes from: `url`, `header Accept`, `successTemplate`. */
  readonly placeOf?: (part: string) => SourceLine;
}

/** The texts of a data action, as the platform gets them. */
export interface DataActionTemplates {
  readonly action: TemplatedAction;
  /** `data action Find customer in Alpha` */
  readonly path: string;
  readonly at: SourceLine | undefined;
  /** What is sent: URL, headers, body. */
  readonly texts: readonly NamedText[];
}

export interface NamedText {
  /** `url`, `header Accept`, `body` */
  readonly name: string;
  readonly text: string;
}

const isTemplated = (definition: Definition): definition is TemplatedAction =>
  definition.definition === 'dataAction' && 'request' in definition;

const known = new WeakMap<readonly Definition[], readonly DataActionTemplates[]>();

/** The templates of all data actions among definitions. */
export function dataActionTemplates(definitions: readonly Definition[]): readonly DataActionTemplates[] {
  let templates = known.get(definitions);
  if (!templates) known.set(definitions, (templates = definitions.filter(isTemplated).map(templatesOf)));
  return templates;
}

function templatesOf(action: TemplatedAction): DataActionTemplates {
  const { url, headers, body } = action.request;
  return {
    action,
    path: `data action ${action.name}`,
    at: sourceLine((action as HasOrigin)[ORIGIN]),
    texts: [
      { name: 'url', text: textOf(url) },
      ...Object.entries(headers).map(([name, value]) => ({ name: `header ${name}`, text: textOf(value) })),
      ...(body ? [{ name: 'body', text: textOf(body) }] : []),
    ],
  };
}

/** Ids that only the deployment knows leave a gap. */
const textOf = (template: Template): string => render(template, () => '');

/** An `input` in a template: `$input.x`, `$!{Input.x}`. */
export interface InputInTemplate {
  readonly scope: string;
  readonly name: string;
  readonly offset: number;
  readonly length: number;
}

const reference = /\$!?\{?(input)\.([A-Za-z][\w-]*)/gi;

export const inputsIn = (text: string): readonly InputInTemplate[] =>
  [...text.matchAll(reference)].map(({ 0: whole, 1: scope = '', 2: name = '', index }) => ({
    scope,
    name,
    offset: index,
    length: whole.length,
  }));

/** Conditions and other directives, with their arguments. */
const directive = /#(?:if|elseif|set|foreach)\s*\((?:[^()"]|"[^"]*"|\([^()]*\))*\)|#(?:\{else\}|else\b|\{end\}|end\b)/g;
/** Calls of tools, whose results are encoded or no text. */
const tool = /\$!?\{?(?:esc|encoding|math|urlTool)\.\w+\((?:[^()"]|"[^"]*"|\([^()]*\))*\)\}?/g;

const blank = (text: string, pattern: RegExp): string => text.replace(pattern, (block) => ' '.repeat(block.length));

/** The text with blanks of the same length in place of directives. */
export const withoutDirectives = (text: string): string => blank(text, directive);

/** The text with blanks of the same length in place of directives and calls of tools. */
export const withoutCode = (text: string): string => blank(withoutDirectives(text), tool);

/** Whether a place is inside a condition: between `#if` and `#end`. */
export function isInCondition(text: string, offset: number): boolean {
  let depth = 0;
  for (const [word] of text.slice(0, offset).matchAll(/#(?:if|foreach)\b|#(?:\{end\}|end\b)/g))
    depth += /end/.test(word) ? -1 : 1;
  return depth > 0;
}

/** Inputs that the platform fills in itself. */
export const builtInInputs: readonly string[] = ['rawRequest', 'orgId', 'integrationId'];

/** The properties of an object of a contract, if it declares any. */
export const propertiesOf = (schema: JsonSchema): Readonly<Record<string, JsonSchema>> =>
  (schema['properties'] ?? {}) as Readonly<Record<string, JsonSchema>>;

/** Reports a problem in a template, with the text and the culprit in it. */
export function tellOf(
  report: ReportProblem,
  { path, at, action }: DataActionTemplates,
  { name, text }: NamedText,
  culprit: { readonly offset: number; readonly length: number },
  message: string,
  help: string,
): void {
  report({
    message,
    help,
    path: `${path} / ${name}`,
    at: action.placeOf?.(name) ?? at,
    excerpt: lineOf(text, culprit.offset, culprit.length),
  });
}

/** The line of a text, and the culprit in it. */
export function lineOf(text: string, offset: number, length: number): NonNullable<RuleProblem['excerpt']> {
  const start = text.slice(0, offset).lastIndexOf('\n') + 1;
  const [line = ''] = text.slice(start).split('\n', 1);
  const before = offset - start;
  return { text: line, column: before + 1, length: Math.max(1, Math.min(length, line.length - before)) };
}
