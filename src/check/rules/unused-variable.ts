import { mentionsIn } from '../graph/mentions';
import { type DeclaredVariable, variablesOf, type Variables } from '../graph/variables';
import type { FlowPlace, Rule } from '../rule';

/** A variable nobody reads is a question nobody asks, or one that is asked of another variable by mistake. */
export const unusedVariable: Rule = {
  name: 'unused-variable',
  family: 'variables',
  severity: 'warning',
  protectsFrom: 'variables that nothing reads',
  start: (told) => ({
    flowEnd: (place) => {
      const variables = variablesOf(place.flow);
      const mentions = mentionsIn(place.file);
      for (const declared of variables.declared) {
        const message = problemOf(declared, variables, mentions);
        if (!message) continue;
        const path = pathOf(declared, place);
        told({
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

function problemOf(
  { name, declaration }: DeclaredVariable,
  { declared, reads, writes }: Variables,
  mentions: ReadonlyMap<string, number>,
): string | undefined {
  const key = name.toLowerCase();
  // An output is read by whoever called the flow, an input may be part of what somebody else agreed on.
  if (declaration.isOutput || declaration.isInput || reads.some((read) => read.key === key)) return undefined;
  const written = writes.filter((write) => write.key === key);
  const accounted = declared.filter((other) => other.name.toLowerCase() === key).length + written.length;
  if ((mentions.get(key) ?? 0) > accounted || written.some(({ needed }) => needed)) return undefined;
  return written.length === 0
    ? `nothing uses the variable ${name}`
    : `the variable ${name} is written, but nothing reads it`;
}

const pathOf = ({ container }: DeclaredVariable, { path }: FlowPlace): string =>
  container ? `${path} / ${container.name}` : path;
