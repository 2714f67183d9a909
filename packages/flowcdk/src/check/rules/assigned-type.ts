import { type Type, typeName, typeNamed } from '../../architect/expressions';
import { declaredType } from '../declared-types';
import type { Place, Rule, Told } from '../rule';
import { wantedType } from '../wanted-types';
import { yamlOf, yamlOfKey } from '../yaml-of';
import type { YamlNode } from '../../architect/yaml/node';

/** The kind of a statement, or the type of an output, has to be that of the variable it goes to. */
export const assignedType: Rule = {
  name: 'assigned-type',
  family: 'expressions',
  severity: 'error',
  protectsFrom: 'a variable that is given a value of another type',
  start: (told, project) => ({
    actions: {
      updateData: ({ statements = [] }, place) => {
        for (const { kind, content } of statements) {
          if (content?.variable !== undefined) {
            compare(content.variable, typeNamed(kind), place, yamlOfKey(content, 'variable'), told);
          }
        }
      },
    },
    leaf: (leaf, place) => {
      if (leaf.role === 'binding' && leaf.value.kind === 'variable') {
        compare(leaf.value.name, wantedType(leaf, place, project), place, yamlOf(leaf.value), told);
      }
      if (leaf.role === 'variableName' && leaf.type !== 'any') {
        compare(leaf.name, typeNamed(leaf.type), place, yamlOf(place.action), told);
      }
    },
  }),
};

function compare(
  name: string,
  given: Type | undefined,
  { file, flow, container, path }: Place,
  yaml: YamlNode | undefined,
  told: Told,
): void {
  const declared = declaredType(flow, container?.reference)(name);
  if (!given || !declared || given === declared) return;
  const message = `${name} is declared as ${typeName(declared)} and given ${typeName(given)}`;
  told({ message, help: 'Declare the variable with that type, or convert the value first.', file, path, yaml });
}
