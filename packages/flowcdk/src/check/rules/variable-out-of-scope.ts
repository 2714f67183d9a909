import { nodePlace, type GraphContainer } from '../graph';
import { type DeclaredVariable, variablesOf } from '../graph/variables';
import type { Rule } from '../rule';

/**
 * `State.` and `Task.` variables live in the container that declares them; the same name elsewhere is another variable.
 * Whether a task sees the variables of the state that calls it is not documented, so only a container of the same kind
 * is an error.
 */
export const variableOutOfScope: Rule = {
  name: 'variable-out-of-scope',
  family: 'variables',
  severity: 'error',
  protectsFrom: 'a State. or Task. variable used outside of the state or task that declares it',
  start: (report) => ({
    flowEnd: (place) => {
      const { declared, reads, writes } = variablesOf(place.flow);
      const homes = homesOf(declared);
      if (homes.size === 0) return;
      const done = new Set<string>();
      for (const use of [...writes, ...reads]) {
        const { key, name, node, yaml } = use;
        const home = homes.get(key);
        const here = node.container;
        if (!home || !here || home.has(here)) continue;
        const id = `${key} ${here.kind} ${here.name}`;
        if (done.has(id)) continue;
        done.add(id);
        const [first] = home;
        report({
          message: `${name} is a variable of the ${first?.kind} ${first?.name}, not of the ${here.kind} ${here.name}`,
          help: 'Declare it here, too, or make it a Flow. variable.',
          ...([...home].every(({ kind }) => kind !== here.kind) ? { severity: 'warning' } : {}),
          ...nodePlace(node, place),
          yaml,
          ...('offset' in use && yaml ? { within: { offset: use.offset, length: use.length } } : {}),
        });
      }
    },
  }),
};

/** The containers that declare a variable, by its lower-case name; none for variables of the whole flow. */
function homesOf(declared: readonly DeclaredVariable[]): ReadonlyMap<string, ReadonlySet<GraphContainer>> {
  const homes = new Map<string, Set<GraphContainer>>();
  const everywhere = new Set(declared.filter(({ container }) => !container).map(({ name }) => name.toLowerCase()));
  for (const { name, container } of declared) {
    const key = name.toLowerCase();
    if (!container || everywhere.has(key)) continue;
    homes.set(key, (homes.get(key) ?? new Set()).add(container));
  }
  return homes;
}
