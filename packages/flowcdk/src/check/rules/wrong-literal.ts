import type { YamlNode } from '../../architect/yaml/node';
import { literalProblem } from '../literal-forms';
import type { Rule } from '../rule';
import { expectedType } from '../expected-types';

/** `lit: "5"` for a whole number, `lit: 5` for a duration: Architect converts expressions, never literals. */
export const wrongLiteral: Rule = {
  name: 'wrong-literal',
  family: 'shape',
  severity: 'error',
  protectsFrom: 'a literal of another type than its field',
  start: (report, project) => ({
    leaf: (leaf, place) => {
      if (leaf.role !== 'value' || leaf.value.kind !== 'literal') return;
      const { yaml } = leaf.value;
      const expected = expectedType(leaf, place, project);
      const problem = expected && literalProblem(yaml, expected);
      if (problem === undefined) return;
      const message = `${lastKey(leaf.path)} is given ${shown(yaml)}`;
      report({ message, help: `It has to be ${problem}.`, file: place.file, path: place.path, yaml });
    },
  }),
};

const lastKey = (path: string): string => path.split('.').at(-1) ?? path;

function shown(yaml: YamlNode): string {
  if (yaml.kind === 'sequence') return 'a list';
  if (yaml.kind === 'mapping') return yaml.entries.length === 0 ? 'an empty map' : 'a map';
  return yaml.value === null ? 'nothing' : JSON.stringify(yaml.value);
}
