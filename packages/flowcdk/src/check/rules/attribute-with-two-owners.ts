import { nodePlace } from '../graph';
import { type AttributeUse, type FlowAttributes, flowsWithAttributes } from '../graph/attributes';
import type { Rule } from '../rule';

/**
 * A voice flow can write back what it knew when it ends, and win over what another flow wrote meanwhile (documented):
 * every attribute needs one flow that writes it. A definition with a contract is checked where it is written.
 */
export const attributeWithTwoOwners: Rule = {
  name: 'attribute-with-two-owners',
  family: 'participant data',
  severity: 'warning',
  protectsFrom: 'an attribute that two flows write, of which one overwrites the other at a time nobody knows',
  start: (report) => ({
    project: (project) => {
      const owners = new Map<string, FlowAttributes>();
      const done = new Set<string>();
      for (const flow of flowsWithAttributes(project)) {
        for (const { name, node, yaml } of named(flow.writes)) {
          const owner = owners.get(name);
          if (!owner) owners.set(name, flow);
          else if (owner.identity !== flow.identity && !done.has(name)) {
            done.add(name);
            report({
              message: `${name} is written here and by the flow ${owner.place.path}`,
              help: 'Let one flow write it and the others read it, or give each its own attribute.',
              ...nodePlace(node, flow.place),
              yaml,
            });
          }
        }
      }
    },
  }),
};

const named = (uses: readonly AttributeUse[]): readonly (AttributeUse & { readonly name: string })[] =>
  uses.filter((use): use is AttributeUse & { readonly name: string } => use.name !== undefined);
