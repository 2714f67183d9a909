import { didYouMean } from '../../ground/did-you-mean';
import { nodePlace } from '../graph';
import { flowsWithAttributes } from '../graph/attributes';
import type { Rule } from '../rule';

/**
 * Names of attributes tell case apart (documented), and one that does not exist is simply NOT_SET. Found only when
 * several flows are checked together. A script or the API may write an attribute, too.
 */
export const attributeNeverWritten: Rule = {
  name: 'attribute-never-written',
  family: 'participant data',
  severity: 'warning',
  protectsFrom: 'reading an attribute no flow writes, often because it is written under another name',
  start: (report) => ({
    project: (project) => {
      const flows = flowsWithAttributes(project);
      const writes = flows.flatMap((flow) => flow.writes);
      if (flows.length < 2 || writes.some(({ name }) => name === undefined)) return;
      const written = new Set(writes.flatMap(({ name }) => name ?? []));
      for (const { reads, place } of flows) {
        const done = new Set<string>();
        for (const { name, node, yaml } of reads) {
          if (name === undefined || written.has(name) || done.has(name)) continue;
          done.add(name);
          const meant = didYouMean(name, written);
          report({
            message: `no flow that is checked writes ${name}`,
            help: `${meant === undefined ? '' : `Did you mean ${meant}? `}Without it the variable is NOT_SET for ever.`,
            ...nodePlace(node, place),
            yaml,
          });
        }
      }
    },
  }),
};
