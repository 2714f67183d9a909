import { variableUses, type VariableUses } from '../graph/variable-uses';
import { type DeclaredVariable, variablesOf } from '../graph/variables';
import type { FlowPlace, Rule } from '../rule';

/** A variable that nobody reads is superfluous, or another variable is read by mistake. */
export const unusedVariable: Rule = {
  name: 'unused-variable',
  family: 'variables',
  severity: 'warning',
  protectsFrom: 'variables that nothing reads',
  start: (report) => ({
    flowEnd: (place) => {
      const variables = variablesOf(place.flow);
      if (variables.declared.length === 0) return;
      const uses = variableUses(variables, place.file);
      for (const declared of variables.declared) {
        const message = problemOf(declared, uses);
        if (!message) continue;
        const path = pathOf(declared, place);
        report({
          message,
          help: 'Remove it, or read it where it was meant to be read.',
          file: place.file,
          path,
          yaml: declared.yaml,
        });
      }
    },
  }),
};

function problemOf({ name, declaration }: DeclaredVariable, uses: VariableUses): string | undefined {
  const key = name.toLowerCase();
  // The caller of a flow reads its outputs. Another rule reports inputs.
  if (declaration.isOutput || declaration.isInput || uses.isRead(key) || uses.isNeeded(key)) return undefined;
  if (uses.isMentionedElsewhere(key)) return undefined;
  return uses.isWritten(key)
    ? `the variable ${name} is written, but nothing reads it`
    : `nothing uses the variable ${name}`;
}

const pathOf = ({ container }: DeclaredVariable, { path }: FlowPlace): string =>
  container ? `${path} / ${container.name}` : path;
