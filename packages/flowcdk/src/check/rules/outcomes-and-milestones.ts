import type { Rule } from '../rule';

const MOST = 100;
const kinds = { flowOutcome: 'flow outcomes', flowMilestone: 'flow milestones' } as const;

/** A flow has up to 100 outcomes and up to 100 milestones. */
export const outcomesAndMilestones: Rule = {
  name: 'outcomes-and-milestones',
  family: 'limits',
  severity: 'error',
  protectsFrom: 'a flow with more outcomes or milestones than it can have',
  start: (report) => {
    const names = { flowOutcome: new Set<string>(), flowMilestone: new Set<string>() };
    return {
      flow: () => {
        names.flowOutcome.clear();
        names.flowMilestone.clear();
      },
      leaf: (leaf) => {
        if (leaf.role === 'name' && (leaf.of === 'flowOutcome' || leaf.of === 'flowMilestone'))
          names[leaf.of].add(leaf.name);
      },
      flowEnd: ({ file, path }) => {
        for (const kind of ['flowOutcome', 'flowMilestone'] as const) {
          const count = names[kind].size;
          if (count > MOST)
            report({ message: `the flow has ${count} ${kinds[kind]}`, help: `It can have ${MOST}.`, file, path });
        }
      },
    };
  },
};
