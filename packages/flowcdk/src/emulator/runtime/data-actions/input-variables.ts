import { JavaMap, type JavaValue } from '@flowcdk/data-action-engines/java';
import type { JsonObject } from '../../state/json';
import { javaValue } from './rendering';

/** How templates name inputs. */
export interface NamedInputs {
  /** `input` as it is written where it is written otherwise: some published actions say `INPUT` or `Input`. */
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
 * The inputs as templates see them. What templates name in another case, as some published actions do, is given under
 * that name too, and `warn` is told (whether the platform folds case is not known).
 *
 * @param more what is there besides, by its name
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
