import { DataActionProblem, wrongTemplate } from './failure';
import type { Text } from './rendering';
import { HIDDEN, type RequestVariables } from './request-variables';

type Rendered = { readonly text: string } | { readonly problem: DataActionProblem };

/** Renders the texts of a request in their order: a template can change the inputs for the texts behind it. */
class Rendering {
  readonly #rendered: Rendered[] = [];

  constructor(
    private readonly texts: readonly Text[],
    readonly variables: RequestVariables,
  ) {}

  at(index: number): Rendered {
    for (const text of this.texts.slice(this.#rendered.length, index + 1)) this.#rendered.push(this.#of(text));
    return this.#rendered[index] ?? { text: '' };
  }

  #of(text: Text): Rendered {
    try {
      return { text: text.with(this.variables) };
    } catch (problem) {
      if (problem instanceof DataActionProblem) return { problem };
      throw problem;
    }
  }
}

/**
 * The texts of a request in two renderings: one with the secret values, to be sent, and one with marks in their place,
 * to be shown. What is shown never saw a secret, so nothing that a template does with one can bring it out.
 *
 * The two can differ in more than the marks: a template that decides by a secret may decide otherwise by its mark.
 */
export class TwoRenderings {
  readonly #sent: Rendering;
  #rendered: Rendering | undefined;

  constructor(
    private readonly texts: readonly Text[],
    private readonly variables: { readonly sent: RequestVariables; readonly shown: () => RequestVariables },
  ) {
    this.#sent = new Rendering(texts, variables.sent);
  }

  /** Most requests are never shown, so this rendering begins when somebody wants to see one. */
  get #shown(): Rendering {
    return (this.#rendered ??= new Rendering(this.texts, this.variables.shown()));
  }

  /** Whether the texts that were rendered so far may hold a secret. */
  get mayHoldSecrets(): boolean {
    return this.#sent.variables.gaveSecrets;
  }

  /** The text that is sent. @throws DataActionProblem that holds no secret */
  sent(index: number): string {
    const rendered = this.#sent.at(index);
    if ('text' in rendered) return rendered.text;
    if (!this.mayHoldSecrets) throw rendered.problem;
    const shown = this.#shown.at(index);
    if ('problem' in shown) throw shown.problem;
    const why = 'it cannot be rendered with the values of the credential. Details would show them';
    throw wrongTemplate(this.texts[index]?.what ?? '', why);
  }

  /** The text that may be shown. It is rendered when somebody wants to see it. */
  shown(index: number): string {
    const rendered = this.mayHoldSecrets ? this.#shown.at(index) : this.#sent.at(index);
    return 'text' in rendered ? rendered.text : HIDDEN;
  }
}
