import { InvalidArgumentError } from 'commander';
import { readFileSync } from 'node:fs';
import { JavaEntry, JavaMap, type JavaValue } from '@flowcdk/data-action-engines/java';
import { JsonSyntaxError, readJson } from '@flowcdk/data-action-engines/java';

/**
 * The JSON of an argument, inline or in a file. Numbers keep the types that the platform distinguishes (`2` and `2.0`).
 */
export function jsonArgument(argument: string): JavaValue {
  const isInline = /^\s*(?:[[{"\d-]|true\s*$|false\s*$|null\s*$)/.test(argument);
  try {
    return readJson(isInline ? argument : readFileSync(argument, 'utf8'));
  } catch (problem) {
    if (problem instanceof JsonSyntaxError)
      throw new InvalidArgumentError(`${isInline ? 'The JSON' : argument} ${problem.message}.`);
    const { code = '' } = problem as NodeJS.ErrnoException;
    throw new InvalidArgumentError(`It is neither JSON nor a file that can be read (${code}).`);
  }
}

/** Inputs of a template, collected from `name=value` and JSON objects; a value that is no JSON is a text. */
export function collectInput(argument: string, before: JavaMap): JavaMap {
  const [, name, value = ''] = /^([A-Za-z][A-Za-z0-9_-]*)=(.*)$/s.exec(argument) ?? [];
  const added =
    name === undefined ? jsonArgument(argument) : new JavaMap('hash', [new JavaEntry(name, jsonOrText(value))]);
  if (!(added instanceof JavaMap)) throw new InvalidArgumentError('Write name=value, or a JSON object.');
  return new JavaMap('hash', [...before.entries(), ...added.entries()]);
}

function jsonOrText(text: string): JavaValue {
  try {
    return readJson(text);
  } catch (problem) {
    if (problem instanceof JsonSyntaxError) return text;
    throw problem;
  }
}

/** A member of a JSON object under one of its names. */
export const memberOf = (line: JavaMap, ...names: readonly string[]): JavaValue | undefined =>
  names.map((name) => line.find(name)).find((value) => value !== undefined);
