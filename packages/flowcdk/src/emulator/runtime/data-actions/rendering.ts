import { fromData, JsonSyntaxError } from '@flowcdk/data-action-engines/java';
import { type JavaValue } from '@flowcdk/data-action-engines/java';
import {
  parseTemplate,
  renderTemplate,
  type Template,
  TemplateError,
  type Variables,
} from '@flowcdk/data-action-engines/velocity';
import type { Json } from '../../state/json';
import { wrongTemplate } from './failure';

/**
 * A template. It is parsed when it is filled in for the first time. A template that cannot be parsed fails each time.
 */
export class Text {
  #template: Template | undefined;
  /** Whether it has no variables or directives. Most header values and many templates are plain text. */
  readonly #isPlain: boolean;

  constructor(
    /** A name of the template for failure messages: `the request URL`. */
    readonly what: string,
    readonly source: string,
  ) {
    this.#isPlain = !source.includes('$') && !source.includes('#');
  }

  /** Fills in the variables. Throws a failure whose message helps the reader of a failed call. */
  with(variables: Variables): string {
    if (this.#isPlain) return this.source;
    try {
      return renderTemplate((this.#template ??= parseTemplate(this.source)), variables);
    } catch (problem) {
      if (problem instanceof TemplateError)
        throw wrongTemplate(this.what, `${problem.message} (at character ${problem.offset})`);
      throw problem;
    }
  }
}

/** JSON as templates see it. */
export function javaValue(data: Json | undefined): JavaValue {
  try {
    return fromData(data);
  } catch (problem) {
    if (problem instanceof JsonSyntaxError) throw wrongTemplate('the data', problem.message);
    throw problem;
  }
}

export const nonBlank = (template: string | undefined): string | undefined =>
  template?.trim() === '' ? undefined : template;
