import { nodePlace } from '../graph';
import { declaredAttributes, flowsWithAttributes } from '../graph/attributes';
import type { Rule } from '../rule';

/**
 * Found only when several flows are checked together. Attributes that a contract declares have readers elsewhere: a
 * script, a report, an agent.
 */
export const attributeNeverRead: Rule = {
  name: 'attribute-never-read',
  family: 'participant data',
  severity: 'warning',
  protectsFrom: 'writing an attribute no flow reads, often because it is read under another name',
  start: (report) => ({
    project: (project) => {
      const flows = flowsWithAttributes(project);
      const reads = flows.flatMap((flow) => flow.reads);
      // If no flow reads any attribute, all of them are for readers elsewhere.
      if (flows.length < 2 || reads.length === 0 || reads.some(({ name }) => name === undefined)) return;
      const known = new Set([...reads.flatMap(({ name }) => name ?? []), ...declaredAttributes(project).keys()]);
      const done = new Set<string>();
      for (const { writes, place } of flows) {
        for (const { name, node, yaml } of writes) {
          if (name === undefined || known.has(name) || done.has(name)) continue;
          done.add(name);
          report({
            message: `no flow that is checked reads ${name}`,
            help: 'If a script or a report does, declare it with participantData(…), or silence this with the reason.',
            ...nodePlace(node, place),
            yaml,
          });
        }
      }
    },
  }),
};
