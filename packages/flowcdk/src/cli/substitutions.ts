import { InvalidArgumentError, Option } from 'commander';
import { readFileSync } from 'node:fs';
import { toData } from '../architect/yaml/node';
import { LineIndex, parseYaml } from '../architect/yaml/parse';
import type { Substitutions } from '../check/placeholders';

/** `--substitutions FILE` */
export const substitutionsOption = (): Option =>
  new Option(
    '--substitutions <file>',
    'YAML or JSON with a value for each {{placeholder}}, as the substitutions of the Terraform resource have it',
  ).argParser(substitutionsIn);

function substitutionsIn(file: string): Substitutions {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (problem) {
    throw new InvalidArgumentError(
      `It cannot be read: ${problem instanceof Error ? problem.message : String(problem)}.`,
    );
  }
  const { root, problems } = parseYaml(text);
  const [problem] = problems;
  if (problem) {
    const { line, column } = new LineIndex(text).positionAt(problem.offset);
    throw new InvalidArgumentError(`It is no YAML: ${file}:${line}:${column}: ${problem.message}`);
  }
  const data = root && toData(root);
  if (typeof data !== 'object' || data === null || Array.isArray(data)) {
    throw new InvalidArgumentError('It has to hold names with their values: "queue_name: Orders".');
  }
  const wrong = Object.keys(data).filter((name) => typeof data[name] === 'object');
  if (wrong.length > 0)
    throw new InvalidArgumentError(`The value of each name has to be a text or a number; not so: ${wrong.join(', ')}.`);
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, String(value)]));
}
