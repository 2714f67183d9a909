/** HTML or SVG text that is safe to show. Only `markup` makes it, so everything else in a page is escaped. */
export class Markup {
  /** Makes sure that nothing else has the same type. */
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  get text(): string {
    return this.#text;
  }
}

/** What can be inserted into `markup`. A text is escaped, markup stays, a list is joined, nothing is left out. */
export type Insertable = Markup | string | number | false | undefined | readonly Insertable[];

/**
 * Markup from a template. Everything between `${` and `}` is escaped, unless it is markup itself. A value may stand in
 * a text or inside a quoted attribute, nowhere else.
 *
 * ```ts
 * markup`<p title="${hostile}">${hostile}</p>`
 * ```
 */
export function markup(texts: TemplateStringsArray, ...parts: readonly Insertable[]): Markup {
  const written: string[] = [];
  texts.forEach((text, i) => {
    written.push(text);
    if (i < parts.length) write(parts[i], written);
  });
  return new Markup(written.join(''));
}

function write(part: Insertable, into: string[]): void {
  if (part === undefined || part === false) return;
  if (part instanceof Markup) into.push(part.text);
  else if (typeof part === 'object') for (const item of part) write(item, into);
  else into.push(escaped(String(part)));
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

/** Characters with a meaning in HTML or SVG, and characters that neither may contain, half a character among them. */
// eslint-disable-next-line no-control-regex -- these characters are what it looks for
const SPECIAL = /[&<>"'`]|[\0-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]/gu;

/** A text with every special character as an entity. What no page may contain becomes U+FFFD. */
export const escaped = (text: string): string => text.replace(SPECIAL, (character) => entities[character] ?? '\ufffd');

/** Data for the script of a page. Nothing in it can end the element. */
export function dataElement(id: string, data: unknown): Markup {
  const json = JSON.stringify(data).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return new Markup(`<script type="application/json" id="${escaped(id)}">${json}</script>`);
}
