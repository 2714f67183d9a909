import { knownNumber } from '../known-values';
import type { Rule } from '../rule';
import { yamlOf } from '../yaml-of';

const LEAST = 1;
const MOST = 99;

/** Architect's client took 1 to 99 turns; below 1 the loop is skipped. */
export const loopCount: Rule = {
  name: 'loop-count',
  family: 'limits',
  severity: 'warning',
  protectsFrom: 'a loop that never runs, or has more turns than Architect takes',
  start: (report) => ({
    actions: {
      loop: (action, place) => {
        const count = knownNumber(action.loopCount, place);
        if (count === undefined || (count >= LEAST && count <= MOST)) return;
        report({
          message: `the loop runs ${count} times`,
          help:
            count < LEAST
              ? 'It is skipped. Take it out, or let it run at least once.'
              : `Architect takes up to ${MOST}.`,
          file: place.file,
          path: place.path,
          yaml: yamlOf(action.loopCount),
        });
      },
    },
  }),
};
