import { fromData } from '../../src/java/json';
import { parseTemplate, renderTemplate, TemplateError } from '../../src/velocity';

/** What the templates of these tests work with. */
export const input = {
  name: 'Ada "L" O\'Neil',
  phone: '+33 1 42',
  n: 7,
  z: 0,
  f: true,
  g: false,
  nul: null,
  empty: '',
  list: ['x', 'y', 'z'],
  nested: { a: { b: 'deep' } },
  long: 'abcdefghij',
  d: 2.5,
};

/** What a template gives. */
export const text = (template: string, variables: object = input): string =>
  renderTemplate(parseTemplate(template), new Map([['input', fromData(variables)]]));

/** Why a template gives nothing. */
export function refusal(template: string, variables: object = input): TemplateError {
  try {
    text(template, variables);
  } catch (problem) {
    if (problem instanceof TemplateError) return problem;
    throw problem;
  }
  throw new Error(`nothing was refused in ${template}`);
}
