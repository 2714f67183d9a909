import { variableUses } from '../graph/variable-uses';
import { type DeclaredVariable, variablesOf } from '../graph/variables';
import type { Rule } from '../rule';
import { respelt } from '../spelling';

/** Whoever starts the flow gives the input for nothing, or the flow reads another variable by mistake. */
export const unusedInput: Rule = {
  name: 'unused-input',
  family: 'variables',
  severity: 'warning',
  protectsFrom: 'an input that nothing reads, often because another spelling of its name is read',
  start: (report) => ({
    flowEnd: ({ file, flow, path }) => {
      const variables = variablesOf(flow);
      const inputs = variables.declared.filter(({ declaration }) => declaration.isInput === true);
      if (inputs.length === 0) return;
      const uses = variableUses(variables, file);
      for (const { name, declaration, yaml } of inputs) {
        const key = name.toLowerCase();
        if (declaration.isOutput || uses.isRead(key) || uses.isMentionedElsewhere(key)) continue;
        const other = otherSpelling(name, variables.reads, variables.declared);
        report({
          message: `nothing reads the input ${name}`,
          help:
            other === undefined
              ? 'Remove it, or read it where it was meant to be read.'
              : `The flow reads ${other}, whose name differs only in its spelling. Keep one of them.`,
          file,
          path,
          yaml,
        });
      }
    },
  }),
};

/** A variable that the flow reads, declared or not, with the same name in another spelling. */
function otherSpelling(
  name: string,
  reads: readonly { readonly name: string }[],
  declared: readonly DeclaredVariable[],
): string | undefined {
  const read = new Set(reads.map((place) => place.name.toLowerCase()));
  const names = [...declared.map((variable) => variable.name), ...reads.map((place) => place.name)];
  return respelt(
    name,
    names.filter((candidate) => read.has(candidate.toLowerCase())),
  );
}
