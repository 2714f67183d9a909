import type { VariableDeclaration } from '../../architect/containers';
import type { KindItem } from '../../architect/forms';
import { containersOf } from '../containers';
import type { FlowPlace, Rule, ReportProblem } from '../rule';
import { yamlOfKey } from '../yaml-of';

/** Upper and lower case do not tell variables apart, so `Flow.Name` and `Flow.name` are one. */
export const variableDeclaredTwice: Rule = {
  name: 'variable-declared-twice',
  family: 'shape',
  severity: 'error',
  protectsFrom: 'two declarations for one variable, of which only one can count',
  start: (report) => ({
    flow: (place) => {
      const { flow, path } = place;
      scope([...(flow.variables ?? []), ...(flow.startUpTaskVariables ?? [])], place, report);
      for (const { node, name, kind } of containersOf(flow)) {
        const { variables } = node as { readonly variables?: Declarations };
        scope(variables ?? [], { ...place, path: `${path} / ${name ?? kind}` }, report);
      }
    },
  }),
};

type Declarations = readonly KindItem<VariableDeclaration>[];

function scope(
  declarations: Declarations,
  { file, path }: Pick<FlowPlace, 'file' | 'path'>,
  report: ReportProblem,
): void {
  const seen = new Map<string, string>();
  for (const { content } of declarations) {
    if (content?.name === undefined) continue;
    const { name } = content;
    const earlier = seen.get(name.toLowerCase());
    seen.set(name.toLowerCase(), earlier ?? name);
    if (earlier === undefined) continue;
    const as = earlier === name ? '' : ` (as ${earlier} before)`;
    const help = 'Names differ in more than upper and lower case. Remove or rename one of the two.';
    report({
      message: `the variable ${name} is declared twice${as}`,
      help,
      file,
      path,
      yaml: yamlOfKey(content, 'name'),
    });
  }
}
