import { JavaMap, jsonText, type JavaValue } from '@flowcdk/data-action-engines/java';
import { parseTemplate, renderTemplate, TemplateError } from '@flowcdk/data-action-engines/velocity';
import { memberOf } from './eval-input';

/** What a template gives, or why it gives nothing; the kind of an error is named like the real engine's exception. */
export type TemplateResult =
  { readonly text: string } | { readonly error: string; readonly message: string; readonly offset?: number };

/** Variables a success template may have besides `input`; each is a template variable under its own name. */
type More = Readonly<Record<string, JavaValue>>;

/** Renders a template with `$input`; other variables stand beside it. */
export function templateResult(text: string, inputs: JavaMap, variables: More = {}): TemplateResult {
  const input = new RequestInputs(inputs);
  try {
    return {
      text: renderTemplate(parseTemplate(text), new Map(Object.entries({ ...variables, input })), {
        random: () => Math.random(),
      }),
    };
  } catch (problem) {
    if (!(problem instanceof TemplateError)) throw problem;
    return { error: problem.kind, message: problem.message, offset: problem.offset };
  }
}

/**
 * The inputs as the request of a data action has them: `rawRequest` is all of them as one text (documented). It is found
 * by its name only, so that what a template does with all inputs is what the engine does.
 */
class RequestInputs extends JavaMap {
  readonly #rawRequest: string;

  constructor(inputs: JavaMap) {
    super(inputs.order, inputs.entries());
    this.#rawRequest = jsonText(inputs);
  }

  override find(key: JavaValue): JavaValue | undefined {
    const value = super.find(key);
    return value === undefined && key === 'rawRequest' ? this.#rawRequest : value;
  }
}

/** One line of standard input: `{"template": …, "input": {…}}`, with `"variables"` for other names. */
export function templateLine(line: JavaMap, otherwise: JavaMap): TemplateResult {
  const text = memberOf(line, 'template');
  const input = memberOf(line, 'input', 'inputs', 'context') ?? otherwise;
  const variables = memberOf(line, 'variables') ?? new JavaMap('given');
  const refused = (message: string): TemplateResult => ({ error: 'InvalidLine', message });
  if (typeof text !== 'string') return refused('the line has no "template"');
  if (!(input instanceof JavaMap)) return refused('"input" has to be an object');
  if (!(variables instanceof JavaMap)) return refused('"variables" has to be an object');
  const more = variables
    .entries()
    .flatMap(({ key, value }) => (typeof key === 'string' ? [[key, value] as const] : []));
  return templateResult(text, input, Object.fromEntries(more));
}
