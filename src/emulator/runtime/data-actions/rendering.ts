import { fromData, JsonSyntaxError } from '../../../data-action/java/json';
import { type JavaMap, type JavaValue } from '../../../data-action/java/value';
import {
  parseTemplate,
  renderTemplate,
  type Template,
  TemplateError,
  type Variables,
} from '../../../data-action/velocity';
import type { Json } from '../../state/json';
import { wrongTemplate } from './failure';

/** Templates that were read, newest last. Their texts come from the org, which has no more of them than it has actions. */
const read = new Map<string, Template>();
const REMEMBERED = 1_000;

/** A template with its variables filled in. Throws what the reader of a failed call can act on. */
export function rendered(what: string, source: string, variables: Variables): string {
  // Most header values and many templates are plain text.
  if (!source.includes('$') && !source.includes('#')) return source;
  try {
    let template = read.get(source);
    if (!template) {
      template = parseTemplate(source);
      if (read.size >= REMEMBERED) read.clear();
      read.set(source, template);
    }
    return renderTemplate(template, variables);
  } catch (problem) {
    if (problem instanceof TemplateError)
      throw wrongTemplate(what, `${problem.message} (at character ${problem.offset})`);
    throw problem;
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

/** A map of texts as templates see it. */
export const javaMap = (texts: Readonly<Record<string, string>>): JavaMap => fromData(texts) as JavaMap;
