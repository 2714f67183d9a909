import type { YamlNode } from '../../architect/yaml/node';
import { literalProblem } from '../literal-forms';
import type { Rule } from '../rule';
import { wantedType } from '../wanted-types';

/** `lit: "5"` for a whole number, `lit: 5` for a duration: Architect converts expressions, never literals. */
export const wrongLiteral: Rule = {
  name: 'wrong-literal',
  family: 'shape',
  severity: 'error',
  protectsFrom: 'a literal of another type than its field',
  start: (told, project) => ({
    leaf: (leaf, place) => {
      if (leaf.role !== 'value' || leaf.value.kind !== 'literal') return;
      const { yaml } = leaf.value;
      const wanted = wantedType(leaf, place, project);
      const problem = wanted && literalProblem(yaml, wanted);
      if (problem === undefined) return;
      const message = `${lastKey(leaf.path)} is given ${shown(yaml)}`;
      told({ message, help: `It has to be ${problem}.`, file: place.file, path: place.path, yaml });
    },
  }),
};

const lastKey = (path: string): string => path.split('.').at(-1) ?? path;

function shown(yaml: YamlNode): string {
  if (yaml.kind === 'sequence') return 'a list';
  if (yaml.kind === 'mapping') return yaml.entries.length === 0 ? 'an empty map' : 'a map';
  return yaml.value === null ? 'nothing' : JSON.stringify(yaml.value);
}
