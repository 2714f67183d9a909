import type { Definition } from '../architect/definition';
import type { SourceLine } from '../ground/source-line';
import { type HasOrigin, ORIGIN, sourceLine } from '../architect/origin';
import { type DataAction, type JsonSchema, render, type Template } from '../data-action';
import type { RuleProblem, ReportProblem } from './rule';

/** The texts of a data action, as the platform gets them. */
export interface DataActionTemplates {
  readonly action: DataAction;
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

const isDataAction = (definition: Definition): definition is DataAction =>
  definition.definition === 'dataAction' && 'request' in definition && 'response' in definition;

const known = new WeakMap<readonly Definition[], readonly DataActionTemplates[]>();

/** The templates of all data actions among definitions. */
export function dataActionTemplates(definitions: readonly Definition[]): readonly DataActionTemplates[] {
  let templates = known.get(definitions);
  if (!templates) known.set(definitions, (templates = definitions.filter(isDataAction).map(templatesOf)));
  return templates;
}

function templatesOf(action: DataAction): DataActionTemplates {
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

/** Inputs that the platform fills in itself. */
export const builtInInputs: readonly string[] = ['rawRequest', 'orgId', 'integrationId'];

/** The properties of an object of a contract, if it declares any. */
export const propertiesOf = (schema: JsonSchema): Readonly<Record<string, JsonSchema>> =>
  (schema['properties'] ?? {}) as Readonly<Record<string, JsonSchema>>;

/** Reports a problem in a template, with the text and the culprit in it. */
export function tellOf(
  report: ReportProblem,
  { path, at }: DataActionTemplates,
  { name, text }: NamedText,
  culprit: { readonly offset: number; readonly length: number },
  message: string,
  help: string,
): void {
  report({ message, help, path: `${path} / ${name}`, at, excerpt: lineOf(text, culprit.offset, culprit.length) });
}

/** The line of a text, and the culprit in it. */
export function lineOf(text: string, offset: number, length: number): NonNullable<RuleProblem['excerpt']> {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const newline = text.indexOf('\n', offset);
  const end = newline < 0 ? text.length : newline;
  return {
    text: text.slice(start, end),
    column: offset - start + 1,
    length: Math.max(1, Math.min(length, end - offset)),
  };
}
