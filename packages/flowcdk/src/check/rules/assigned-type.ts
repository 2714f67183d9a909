import { type Type, typeName, typeNamed } from '../../architect/expressions';
import { declaredType } from '../declared-types';
import type { Place, Rule, ReportProblem } from '../rule';
import { expectedType } from '../expected-types';
import { yamlOf, yamlOfKey } from '../yaml-of';
import type { YamlNode } from '../../architect/yaml/node';

/** The kind of a statement, or the type of an output, has to be that of the variable it goes to. */
export const assignedType: Rule = {
  name: 'assigned-type',
  family: 'expressions',
  severity: 'error',
  protectsFrom: 'a variable that is given a value of another type',
  start: (report, project) => ({
    actions: {
      updateData: ({ statements = [] }, place) => {
        for (const { kind, content } of statements) {
          if (content?.variable !== undefined) {
            compare(content.variable, typeNamed(kind), place, yamlOfKey(content, 'variable'), report);
          }
        }
      },
    },
    leaf: (leaf, place) => {
      if (leaf.role === 'binding' && leaf.value.kind === 'variable') {
        compare(leaf.value.name, expectedType(leaf, place, project), place, yamlOf(leaf.value), report);
      }
      if (leaf.role === 'variableName' && leaf.type !== 'any') {
        compare(leaf.name, typeNamed(leaf.type), place, yamlOf(place.action), report);
      }
    },
  }),
};

function compare(
  name: string,
  actual: Type | undefined,
  { file, flow, container, path }: Place,
  yaml: YamlNode | undefined,
  report: ReportProblem,
): void {
  const declared = declaredType(flow, container?.reference)(name);
  if (!actual || !declared || actual === declared) return;
  const message = `${name} is declared as ${typeName(declared)} and given ${typeName(actual)}`;
  report({ message, help: 'Declare the variable with that type, or convert the value first.', file, path, yaml });
}
