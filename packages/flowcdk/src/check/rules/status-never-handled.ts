import type { Action } from '../../architect/actions';
import type { Tree } from '../../architect/expressions';
import { literalScalar, type ValueNode } from '../../architect/values';
import { nodePlace, graphOf } from '../graph';
import { type Attributes, declaredAttributes, type FlowAttributes, flowsWithAttributes } from '../graph/attributes';
import { onlyVariable, parsed } from '../graph/reads';
import type { Project } from '../project';
import type { Rule } from '../rule';

/** A status that is written but never handled leads the call where nobody planned: usually it is the failure. */
export const statusNeverHandled: Rule = {
  name: 'status-never-handled',
  family: 'participant data',
  severity: 'warning',
  protectsFrom: 'a switch over an attribute that forgets a value some flow writes',
  start: (report) => ({
    project: (project) => {
      const flows = flowsWithAttributes(project);
      const written = valuesWritten(flows, project);
      for (const { reads, place } of flows) {
        const attributes = attributesByVariable(reads);
        for (const node of graphOf(place.flow).nodes) {
          const question = node.kind === 'action' ? questionOf(node.action) : undefined;
          if (!question) continue;
          for (const name of attributes.get(question.variable) ?? []) {
            const values = written.get(name) ?? new Set();
            const forgotten = [...values].filter((value) => !question.values.has(value));
            if (forgotten.length === 0 || forgotten.length === values.size) continue;
            report({
              message: `${name} can be ${forgotten.join(', ')}, which this switch does not handle`,
              help: 'Give it a case for each value that is written, or a default.',
              ...nodePlace(node, place),
            });
          }
        }
      }
    },
  }),
};

/** A switch that compares one variable with texts and has no default. */
interface Question {
  /** Lower-case. */
  readonly variable: string;
  readonly values: ReadonlySet<string>;
}

function questionOf(action: Action | undefined): Question | undefined {
  if (action?.kind !== 'switch' || !action.evaluate) return undefined;
  const { kind, content } = action.evaluate;
  const matched = kind === 'firstMatch' ? content[0]?.content : content;
  if (!matched || (matched.default?.actions ?? []).length > 0) return undefined;
  const cases = matched.cases ?? [];
  if (kind === 'firstMatch') {
    const { value: on } = matched as { readonly value?: ValueNode };
    const variable = on?.kind === 'expression' ? onlyVariable(on.text) : undefined;
    const values = cases.map(({ value }) => literalScalar(value) ?? textIn(value));
    return variable === undefined || values.includes(undefined) ? undefined : question([variable], values.map(String));
  }
  const compared = cases.map(({ value }) => comparisonIn(value));
  const known = compared.filter((comparison) => comparison !== undefined);
  if (known.length === 0 || known.length < compared.length) return undefined;
  return question(
    known.map(([variable]) => variable),
    known.map(([, value]) => value),
  );
}

function question(variables: readonly string[], values: readonly string[]): Question | undefined {
  const [variable, ...others] = new Set(variables.map((name) => name.toLowerCase()));
  return variable === undefined || others.length > 0 ? undefined : { variable, values: new Set(values) };
}

/** `"FAILED"` */
const textIn = (value: ValueNode | undefined): string | undefined => {
  const tree = value?.kind === 'expression' ? parsed(value.text) : undefined;
  return tree?.kind === 'string' ? tree.value : undefined;
};

/** `Flow.status == "FAILED"` */
function comparisonIn(value: ValueNode | undefined): readonly [variable: string, value: string] | undefined {
  const tree = value?.kind === 'expression' ? parsed(value.text) : undefined;
  if (tree?.kind !== 'binary' || tree.operator !== '==') return undefined;
  return compared(tree.left, tree.right) ?? compared(tree.right, tree.left);
}

const compared = (left: Tree, other: Tree): readonly [string, string] | undefined =>
  left.kind === 'variable' && other.kind === 'string' ? [`${left.scope}.${left.name}`, other.value] : undefined;

/** The attributes that each variable is read from, by its lower-case name. */
function attributesByVariable(reads: Attributes['reads']): ReadonlyMap<string, ReadonlySet<string>> {
  const attributes = new Map<string, Set<string>>();
  for (const { name, variable } of reads) {
    const key = variable?.toLowerCase();
    if (name !== undefined && key !== undefined) attributes.set(key, (attributes.get(key) ?? new Set()).add(name));
  }
  return attributes;
}

/** The values that flows write into each attribute, as far as the text shows them, and those of contracts. */
function valuesWritten(flows: readonly FlowAttributes[], project: Project): ReadonlyMap<string, ReadonlySet<string>> {
  const values = new Map<string, Set<string>>();
  const add = (name: string, value: string): void => void values.set(name, (values.get(name) ?? new Set()).add(value));
  for (const { writes } of flows) {
    for (const { name, value } of writes) {
      const text = literalScalar(value) ?? textIn(value);
      if (name !== undefined && text !== undefined) add(name, String(text));
    }
  }
  for (const [name, allowed] of declaredAttributes(project)) for (const value of allowed ?? []) add(name, value);
  return values;
}
