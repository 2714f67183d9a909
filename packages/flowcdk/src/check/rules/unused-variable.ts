import { mentionsIn } from '../graph/mentions';
import { type DeclaredVariable, variablesOf, type Variables } from '../graph/variables';
import type { FlowFile } from '../project';
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
      const uses = usesIn(variables);
      for (const declared of variables.declared) {
        const message = problemOf(declared, uses, place.file);
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

/** By lower-case names. */
interface Uses {
  readonly read: ReadonlySet<string>;
  readonly written: ReadonlySet<string>;
  /** Outputs that are written because Architect demands a variable there. */
  readonly needed: ReadonlySet<string>;
  /** How often the text must mention a variable for its declarations and writes alone. */
  readonly accounted: () => ReadonlyMap<string, number>;
}

function usesIn(variables: Variables): Uses {
  const { reads, writes } = variables;
  let accounted: ReadonlyMap<string, number> | undefined;
  return {
    read: new Set(reads.map(({ key }) => key)),
    written: new Set(writes.map(({ key }) => key)),
    needed: new Set(writes.filter(({ needed }) => needed).map(({ key }) => key)),
    accounted: () => (accounted ??= accountedIn(variables)),
  };
}

function accountedIn({ declared, writes }: Variables): ReadonlyMap<string, number> {
  const accounted = new Map<string, number>();
  for (const key of [...declared.map(({ name }) => name.toLowerCase()), ...writes.map((write) => write.key)]) {
    accounted.set(key, (accounted.get(key) ?? 0) + 1);
  }
  return accounted;
}

function problemOf(
  { name, declaration }: DeclaredVariable,
  { read, written, needed, accounted }: Uses,
  file: FlowFile,
): string | undefined {
  const key = name.toLowerCase();
  // The caller of a flow reads its outputs, and an input may be part of an agreement with others.
  if (declaration.isOutput || declaration.isInput || read.has(key) || needed.has(key)) return undefined;
  if ((mentionsIn(file).get(key) ?? 0) > (accounted().get(key) ?? 0)) return undefined;
  return written.has(key)
    ? `the variable ${name} is written, but nothing reads it`
    : `nothing uses the variable ${name}`;
}

const pathOf = ({ container }: DeclaredVariable, { path }: FlowPlace): string =>
  container ? `${path} / ${container.name}` : path;
