import { nodePlace, graphOf } from '../graph';
import { assignedIn } from '../graph/assigned';
import { mentionsIn } from '../graph/mentions';
import { variablesOf, type Variables } from '../graph/variables';
import type { Rule } from '../rule';

/**
 * NOT_SET where a value is needed starts the error handling of the flow (documented). Reported where nothing on any way
 * to the place can have set the variable. A test whether it is set is always fine.
 */
export const readBeforeSet: Rule = {
  name: 'read-before-set',
  family: 'variables',
  severity: 'warning',
  protectsFrom: 'a variable that is read before anything can have given it a value',
  start: (report) => ({
    flowEnd: (place) => {
      const variables = variablesOf(place.flow);
      if (variables.declared.length === 0) return;
      const graph = graphOf(place.flow);
      let unseen: ReadonlySet<string> | undefined;
      const done = new Set<string>();
      for (const { key, name, node, how, after, yaml, offset, length } of variables.reads) {
        if (how !== 'plain' || after(key) || done.has(key)) continue;
        if (!graph.isReachable(node) || assignedIn(place.flow).maySet(key, node)) continue;
        unseen ??= usedUnseen(variables, mentionsIn(place.file));
        if (unseen.has(key)) continue;
        done.add(key);
        report({
          message: `nothing can have set ${name} when it is read here`,
          help: 'Give it an initial value, set it before, or look with IsSet(…) or IsNotSetOrEmpty(…) first.',
          ...nodePlace(node, place),
          ...(yaml ? { yaml, within: { offset, length } } : {}),
        });
      }
    },
  }),
};

/** Variables in parts that Flowcdk does not read; they may be set there. */
function usedUnseen(
  { declared, reads, writes }: Variables,
  mentions: ReadonlyMap<string, number>,
): ReadonlySet<string> {
  const seen = new Map<string, number>();
  for (const { name } of declared) count(seen, name.toLowerCase());
  for (const { key } of writes) count(seen, key);
  // The turns of a loop read what the loop itself reads, but the text contains it once.
  for (const { key, node } of reads) if (node.kind !== 'turn') count(seen, key);
  return new Set([...mentions].filter(([key, n]) => n > (seen.get(key) ?? 0)).map(([key]) => key));
}

const count = (counts: Map<string, number>, key: string): void => void counts.set(key, (counts.get(key) ?? 0) + 1);
