import { JsonSyntaxError, jsonText, readJson } from '../../java/json';
import { JavaException, text } from '../../java/method-table';
import { JavaList, JavaTool, type JavaValue } from '../../java/value';
import { type Work } from '../../java/work';
import { tool } from './tool';

/**
 * The first item of a JSON list, both as JSON text. An empty list gives the default, which is JSON text too (seen in
 * published actions), or nothing where there is no default (believed).
 */
function firstFromArray(json: JavaValue | undefined, fallback: JavaValue, work: Work): JavaValue {
  try {
    const written = text(json);
    // A few characters are read in the time of a step.
    work.step(Math.floor(written.length / 3));
    const list = readJson(written);
    if (!(list instanceof JavaList)) throw new JsonSyntaxError('is no list', 0);
    const [first] = list.items;
    return first === undefined ? fallback : jsonText(first, work);
  } catch (problem) {
    if (!(problem instanceof JsonSyntaxError)) throw problem;
    const message = `firstFromArray was given a text that ${problem.message}; it takes a JSON list, as in "\${name}"`;
    throw new JavaException('IllegalArgumentException', message);
  }
}

/** A tool of which only the name is known. Its use is refused by name. */
const unknown = (name: string): JavaTool =>
  new JavaTool(
    name,
    () => undefined,
    (method) => {
      throw new JavaException(
        'UnsupportedOperationException',
        `$${name}.${method} is not emulated: what it does exactly is not documented`,
      );
    },
  );

const firstOf = tool('SuccessTemplateUtils', {
  'firstFromArray(String)': (_, [list], work) => firstFromArray(list, '', work),
  'firstFromArray(String, String)': (_, [list, fallback], work) => firstFromArray(list, fallback ?? null, work),
});

/** `$successTemplateUtils` */
export const successTemplateTool = new JavaTool(firstOf.name, firstOf.property, (method, args, work) =>
  method === 'moveKeysIntoArrayOfObjects'
    ? unknown('successTemplateUtils').method(method, args, work)
    : firstOf.method(method, args, work),
);

export const urlTool = unknown('urlTool');
export const salesforceTool = unknown('salesforce');
export const dynamicsTool = unknown('msdynamics');
