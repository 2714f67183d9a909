import { JavaMap, type JavaValue } from '@flowcdk/data-action-engines/java';
import type { JsonObject } from '../../state/json';
import { javaValue } from './rendering';

/** The names that templates use for inputs. */
export interface NamedInputs {
  /** Other spellings of `input`: some published actions write `INPUT` or `Input`. */
  readonly roots: readonly string[];
  readonly names: readonly string[];
}

export function namedInputs(templates: readonly string[]): NamedInputs {
  const mentions = templates.flatMap((text) => [...text.matchAll(/\$!?\{?(input)\b(?:\.([A-Za-z][\w-]*))?/gi)]);
  return {
    roots: [...new Set(mentions.map(([, root = '']) => root))].filter((root) => root !== 'input'),
    names: [...new Set(mentions.flatMap(([, , name]) => name ?? []))],
  };
}

/**
 * The inputs as templates see them. Some published actions write a name in another case; the input then has that name
 * too, and `warn` gets a warning (whether the platform ignores case is not known).
 *
 * @param more further variables, by name
 */
export function inputFor(
  { roots, names }: NamedInputs,
  inputs: JsonObject,
  warn: (warning: string) => void,
  more: JsonObject = {},
): JavaValue {
  const input = javaValue(inputs);
  if (!(input instanceof JavaMap)) return input;
  for (const name of names) {
    if (Object.hasOwn(inputs, name) || Object.hasOwn(more, name)) continue;
    const meant = Object.keys(inputs).find((known) => known.toLowerCase() === name.toLowerCase());
    if (meant === undefined || inputs[meant] === undefined) continue;
    input.put(name, input.find(meant) ?? null);
    warn(`the template says ${name}, the input is ${meant}`);
  }
  for (const root of roots) warn(`the template says ${root}, it is input`);
  for (const name of Object.keys(more)) input.put(name, javaValue(more[name]));
  return input;
}
