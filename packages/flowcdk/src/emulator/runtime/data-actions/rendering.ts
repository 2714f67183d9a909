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

/** A template, read when it is filled in for the first time; one that cannot be read fails each time. */
export class Text {
  #template: Template | undefined;
  /** Most header values and many templates are plain text. */
  readonly #isPlain: boolean;

  constructor(
    /** What it is, for who reads a failure: `the request URL`. */
    private readonly what: string,
    readonly source: string,
  ) {
    this.#isPlain = !source.includes('$') && !source.includes('#');
  }

  /** With its variables filled in. Throws what the reader of a failed call can act on. */
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
