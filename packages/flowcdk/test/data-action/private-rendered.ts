import { fromData } from '@flowcdk/data-action-engines/java';
import { parseTemplate, renderTemplate } from '@flowcdk/data-action-engines/velocity';

/** The text a template gives with these variables: `rendered('${input.x}', { input: { x: 1 } })` ⇒ `1`. */
export const rendered = (template: string, variables: Readonly<Record<string, unknown>>): string =>
  renderTemplate(
    parseTemplate(template),
    new Map(Object.entries(variables).map(([name, value]) => [name, fromData(value)])),
  );
