import type { Definition } from '../../architect/definition';

/**
 * A template as the platform renders it: Velocity text, with holes for ids that only the deployment knows.
 *
 * Literal text is already written so that Velocity prints it as it is. Nothing is escaped for Terraform here.
 */
export interface Template {
  readonly parts: readonly TemplatePart[];
}

/** A piece of a template: Velocity text, or a hole for an id that only deployment knows. */
export type TemplatePart =
  | { readonly kind: 'velocity'; readonly text: string }
  | { readonly kind: 'deployed'; readonly definition: Definition; readonly attribute: 'id' };

/** Velocity text as a template. */
export const velocity = (text: string): Template =>
  Object.freeze({ parts: text === '' ? [] : [Object.freeze({ kind: 'velocity', text })] });

/** Templates one after the other; neighbouring texts become one. */
export function joined(...templates: readonly (Template | string)[]): Template {
  const parts: TemplatePart[] = [];
  for (const part of templates.flatMap((t) => (typeof t === 'string' ? velocity(t) : t).parts)) {
    const before = parts.at(-1);
    if (part.kind === 'velocity' && before?.kind === 'velocity') {
      parts[parts.length - 1] = Object.freeze({ kind: 'velocity', text: before.text + part.text });
    } else parts.push(part);
  }
  return Object.freeze({ parts: Object.freeze(parts) });
}

/**
 * The text of a template.
 *
 * @example
 * ```ts
 * render(findCustomer.request.url, (definition) => `id of ${definition.name}`);
 * // https://alpha.example/customers?phone=${esc.url($input.phoneNumber)}
 * ```
 *
 * @param resolve what stands for the id of a definition: a Terraform reference, or the id itself in an emulator
 * @param write how Velocity text is written there; Terraform wants `${` doubled, and only in this text
 */
export const render = (
  template: Template,
  resolve: (definition: Definition, attribute: 'id') => string,
  write: (velocity: string) => string = (text) => text,
): string =>
  template.parts.map((p) => (p.kind === 'velocity' ? write(p.text) : resolve(p.definition, p.attribute))).join('');

/** The definitions whose ids a template needs, each once. */
export const definitionsIn = (templates: readonly Template[]): readonly Definition[] => [
  ...new Set(templates.flatMap((t) => t.parts.flatMap((p) => (p.kind === 'deployed' ? [p.definition] : [])))),
];
