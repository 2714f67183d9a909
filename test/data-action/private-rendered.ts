import { fromData } from '../../src/data-action/java/json';
import { parseTemplate, renderTemplate } from '../../src/data-action/velocity';

/** The text a template gives with these variables: `rendered('${input.x}', { input: { x: 1 } })` ⇒ `1`. */
export const rendered = (template: string, variables: Readonly<Record<string, unknown>>): string =>
  renderTemplate(
    parseTemplate(template),
    new Map(Object.entries(variables).map(([name, value]) => [name, fromData(value)])),
  );
