import { render, type Template } from '../data-action';
import type { Deployed } from './deployed';
import { literalText } from './terraform-text';

/** A template of a data action as Terraform gets it: its own `${` kept, ids of what is deployed put in. */
export const templateText = (template: Template, deployed: Deployed): string =>
  render(template, (definition) => deployed.idOf(definition) ?? '', literalText);

export const templateTexts = (
  templates: Readonly<Record<string, Template>>,
  deployed: Deployed,
): Record<string, string> =>
  Object.fromEntries(Object.entries(templates).map(([name, template]) => [name, templateText(template, deployed)]));

/** Texts of which none is a template of Terraform. */
export const literalTexts = (texts: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, literalText(text)]));
