import { containersOf, type FlowContainer } from '../containers';
import type { Rule } from '../rule';
import { yamlOfKey } from '../yaml-of';

/** A reference names a container by its refId, so no two of a kind may have the same one. */
export const refIdTwice: Rule = {
  name: 'ref-id-twice',
  family: 'shape',
  severity: 'error',
  protectsFrom: 'references that could mean either of two states, tasks or menus',
  start: (report) => ({
    flow: ({ file, flow, path }) => {
      const first = new Map<string, FlowContainer>();
      for (const container of containersOf(flow)) {
        const { kind, name, refId, node } = container;
        if (refId === undefined) continue;
        const earlier = first.get(`${kind} ${refId}`);
        if (!earlier) first.set(`${kind} ${refId}`, container);
        else {
          report({
            message: `the ${kind} has the refId ${JSON.stringify(refId)}, and so has ${JSON.stringify(earlier.name ?? earlier.kind)}`,
            help: 'References would not tell the two apart. Give one of them another refId.',
            file,
            path: `${path} / ${name ?? kind}`,
            yaml: yamlOfKey(node, 'refId'),
          });
        }
      }
    },
  }),
};
